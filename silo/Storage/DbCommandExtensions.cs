using System.Data;
using System.Data.Common;

namespace MarketMaker.Silo.Storage;

/// <summary>What ADO.NET needs three lines for.</summary>
internal static class DbCommandExtensions
{
    /// <summary>Adds a parameter without a value.</summary>
    public static DbParameter Add(this DbCommand command, string name, DbType type)
    {
        DbParameter parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.DbType = type;
        command.Parameters.Add(parameter);
        return parameter;
    }
}
