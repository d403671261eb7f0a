using Kim.Market.Domain.Decrees;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Register;

/// <summary>Writes <c>decrees</c> and <c>decree_groups</c>.</summary>
public sealed class DecreeRows : IProjection
{
    public string Name => "decrees";

    public string Ddl { get; } = Ddls.Of<DecreeRows>();

    public IReadOnlyList<string> Tables { get; } = ["decrees", "decree_groups"];

    public IReadOnlyCollection<Type> Handles { get; } =
        [typeof(DecreeRecorded), typeof(DecreeGroupNamed), typeof(DecreeGroupStruck), typeof(DecreePaperKept), typeof(DecreeRevoked)];

    public void Project(Recorded recorded, NpgsqlBatch batch) => batch.Add(recorded.Data switch
    {
        DecreeRecorded e =>
            $"""
            insert into decrees (decree_id, number, title, issuer, region, issued_on, valid_until, document)
            values ({recorded.Stream}, {e.Number}, {e.Title}, {(short)e.Issuer}, {e.Region.Value}, {e.IssuedOn}, {e.ValidUntil}, {e.Document})
            """,
        DecreeGroupNamed e => $"insert into decree_groups (decree_id, group_id) values ({recorded.Stream}, {e.Group.Value}) on conflict do nothing",
        DecreeGroupStruck e => (Sql)$"delete from decree_groups where decree_id = {recorded.Stream} and group_id = {e.Group.Value}",
        DecreePaperKept e => $"update decrees set paper = {e.Paper} where decree_id = {recorded.Stream}",
        _ => $"update decrees set revoked = true where decree_id = {recorded.Stream}",
    });
}
