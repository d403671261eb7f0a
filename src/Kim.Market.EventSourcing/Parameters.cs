using Npgsql;
using NpgsqlTypes;

namespace Kim.Market.EventSourcing;

/// <summary>Parameters of the statements whose text is constant.</summary>
internal static class Parameters
{
    public static void With<T>(this NpgsqlBatchCommand command, T value, NpgsqlDbType type) =>
        command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value, NpgsqlDbType = type });
}
