using CsCheck;
using MarketMaker.GrainInterfaces.Strategies;

namespace MarketMaker.Grains.Tests.LifeCycle;

/// <summary>What holds in a rule's life whatever is asked, in any order.</summary>
public sealed class StrategyLifeLaws
{
    private const int Commands = 60;

    private static readonly string[] _pairs = ["A-USDT", "B-USDT", "C-USDT", "D-USDT"];
    private static readonly string[] _people = ["ann", "bob", StrategyAct.Unknown];

    private static readonly Gen<(int Kind, int Version, int Pair, int Person, bool Flag)> _command =
        Gen.Select(Gen.Int[0, 11], Gen.Int[0, 45], Gen.Int[0, 15], Gen.Int[0, 2], Gen.Bool);

    [Fact]
    public void A_pair_has_one_version_a_bad_one_never_and_everything_is_in_the_audit() =>
        Check(needsApproval: false);

    [Fact]
    public void Where_approval_is_needed_nothing_quotes_that_two_people_have_not_seen() =>
        Check(needsApproval: true);

    private static void Check(bool needsApproval) =>
        Gen.Select(_command.Array[Commands], Gen.Bool).Sample(
            (commands, ships) =>
            {
                var world = new LifeModel(needsApproval, ships);
                foreach (var (kind, version, pair, person, flag) in commands)
                {
                    var act = new StrategyAct(_people[person], "because");
                    var hash = $"v{version}";
                    string[] pairs = [.. _pairs.Where((_, i) => (pair >> i & 1) == 1)];
                    switch (kind)
                    {
                        case 0 or 1:
                            world.Upload(hash, accepted: version % 7 != 0, act);
                            break;
                        case 2:
                            world.Follow(_pairs[pair % 4]);
                            break;
                        case 3 or 4:
                            world.Ask(new RolloutRequest(
                                world.Pick(version), (RolloutMode)(pair % 3), pairs, act));
                            break;
                        case 5 or 6:
                            world.Approve(act);
                            break;
                        case 7:
                            world.RollBack(new RollbackRequest(
                                flag ? world.Pick(version) : null, Strict: false, pair == 0, act));
                            break;
                        case 8:
                            world.Fail(_pairs[pair % 4]);
                            break;
                        case 9:
                            world.EndShadow(act);
                            break;
                        case 10:
                            world.Configure(_pairs[pair % 4], act);
                            break;
                        default:
                            world.Unfollow(_pairs[pair % 4]);
                            break;
                    }
                    world.Judge();
                }
            },
            iter: 2_000);
}
