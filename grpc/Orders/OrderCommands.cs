using MarketMaker.Engine.Units;
using MarketMaker.Grpc.Failures;

namespace MarketMaker.Grpc.Orders;

/// <summary>Carries out commands, whichever way they came.</summary>
/// <remarks>Who stops waiting for an answer does not stop the command: the engine has it.
/// </remarks>
internal sealed class OrderCommands(Markets markets, FailureStatus failures)
{
    /// <summary>Enters an order.</summary>
    public async Task<Contract.PlaceReply> Place(
        Contract.PlaceRequest request, CancellationToken cancellation)
    {
        var market = markets.Get(request.Pair);
        var order = OrderReader.Read(request);
        return OrderWriter.ToWire(
            await market.Engine.Place(order).AsTask().WaitAsync(cancellation));
    }

    /// <summary>Changes an order.</summary>
    public async Task<Contract.PlaceReply> Amend(
        Contract.AmendRequest request, CancellationToken cancellation)
    {
        var market = markets.Get(request.Pair);
        var amended = market.Engine.Amend(
            OrderReader.ReadCustomer(request.Account),
            new OrderId(request.Order),
            new Price(request.PriceTicks),
            new Quantity(request.QuantityLots));
        return OrderWriter.ToWire(await amended.AsTask().WaitAsync(cancellation));
    }

    /// <summary>Makes an order smaller.</summary>
    public async Task<Contract.PlaceReply> Reduce(
        Contract.ReduceRequest request, CancellationToken cancellation)
    {
        var market = markets.Get(request.Pair);
        var reduced = market.Engine.Reduce(
            OrderReader.ReadCustomer(request.Account),
            new OrderId(request.Order),
            new Quantity(request.ByLots));
        return OrderWriter.ToWire(await reduced.AsTask().WaitAsync(cancellation));
    }

    /// <summary>Takes an order out of the book.</summary>
    public async Task<Contract.CancelReply> Cancel(
        Contract.CancelRequest request, CancellationToken cancellation)
    {
        var market = markets.Get(request.Pair);
        var cancelled = market.Engine.Cancel(
            OrderReader.ReadCustomer(request.Account), new OrderId(request.Order));
        return OrderWriter.ToWire(await cancelled.AsTask().WaitAsync(cancellation));
    }

    /// <summary>Takes out an account's orders.</summary>
    public async Task<Contract.MassCancelReply> MassCancel(
        Contract.MassCancelRequest request, CancellationToken cancellation)
    {
        var market = markets.Get(request.Pair);
        var cancelled = market.Engine.MassCancel(
            OrderReader.ReadCustomer(request.Account), OrderReader.ReadFilter(request));
        return OrderWriter.ToWire(await cancelled.AsTask().WaitAsync(cancellation));
    }

    /// <summary>Replaces an account's ladder.</summary>
    public async Task<Contract.MassQuoteReply> MassQuote(
        Contract.MassQuoteRequest request, CancellationToken cancellation)
    {
        var market = markets.Get(request.Pair);
        var quoted = market.Engine.MassQuote(LadderMessages.Read(request));
        return LadderMessages.ToWire(await quoted.AsTask().WaitAsync(cancellation));
    }

    /// <summary>Answers a command of a stream; its failure is an answer, too.</summary>
    public async Task<Contract.Answer> Answer(
        Contract.Command command, CancellationToken cancellation)
    {
        var answer = new Contract.Answer { Correlation = command.Correlation };
        try
        {
            switch (command.CommandCase)
            {
                case Contract.Command.CommandOneofCase.Place:
                    answer.Place = await Place(command.Place, cancellation);
                    break;
                case Contract.Command.CommandOneofCase.Amend:
                    answer.Amend = await Amend(command.Amend, cancellation);
                    break;
                case Contract.Command.CommandOneofCase.Cancel:
                    answer.Cancel = await Cancel(command.Cancel, cancellation);
                    break;
                case Contract.Command.CommandOneofCase.Reduce:
                    answer.Reduce = await Reduce(command.Reduce, cancellation);
                    break;
                case Contract.Command.CommandOneofCase.MassCancel:
                    answer.MassCancel = await MassCancel(command.MassCancel, cancellation);
                    break;
                case Contract.Command.CommandOneofCase.MassQuote:
                    answer.MassQuote = await MassQuote(command.MassQuote, cancellation);
                    break;
                default:
                    throw new MalformedRequestException(
                        "command", "be one that the contract names");
            }
        }
        catch (Exception exception)
        {
            var status = failures.Of(exception);
            answer.Fault = new Contract.Fault
            {
                Status = (int)status.StatusCode,
                Message = status.Detail,
            };
        }
        return answer;
    }
}
