namespace Kim.Market.EventSourcing.Tests;

/// <summary>Marten 9's own tables, column by column: a real Marten has to find what it expects and nothing else.</summary>
public class LayoutTests(Depot depot) : IClassFixture<Depot>
{
    private static readonly string[] Columns =
    [
        "mt_event_progression.name character varying not null",
        "mt_event_progression.last_seq_id bigint",
        "mt_event_progression.last_updated timestamp with time zone default transaction_timestamp()",
        "mt_events.seq_id bigint not null",
        "mt_events.id uuid not null",
        "mt_events.stream_id uuid",
        "mt_events.version bigint not null",
        "mt_events.data jsonb not null",
        "mt_events.bdata bytea",
        "mt_events.type character varying(500) not null",
        "mt_events.timestamp timestamp with time zone not null default now()",
        "mt_events.tenant_id character varying default '*DEFAULT*'::character varying",
        "mt_events.mt_dotnet_type character varying",
        "mt_events.correlation_id character varying",
        "mt_events.causation_id character varying",
        "mt_events.headers jsonb",
        "mt_events.is_archived boolean default false",
        "mt_streams.id uuid not null",
        "mt_streams.type character varying",
        "mt_streams.version bigint",
        "mt_streams.timestamp timestamp with time zone not null default now()",
        "mt_streams.created timestamp with time zone not null default now()",
        "mt_streams.tenant_id character varying default '*DEFAULT*'::character varying",
        "mt_streams.is_archived boolean default false",
    ];

    private static readonly string[] Constraints =
    [
        "mt_event_progression pk_mt_event_progression PRIMARY KEY (name)",
        "mt_events fkey_mt_events_stream_id FOREIGN KEY (stream_id) REFERENCES mt_streams(id) ON DELETE CASCADE",
        "mt_events pkey_mt_events_seq_id PRIMARY KEY (seq_id)",
        "mt_streams pkey_mt_streams_id PRIMARY KEY (id)",
    ];

    private static readonly string[] Indexes =
    [
        "CREATE UNIQUE INDEX pk_mt_event_progression ON events.mt_event_progression USING btree (name)",
        "CREATE UNIQUE INDEX pk_mt_events_stream_and_version ON events.mt_events USING btree (stream_id, version)",
        "CREATE UNIQUE INDEX pkey_mt_events_seq_id ON events.mt_events USING btree (seq_id)",
        "CREATE UNIQUE INDEX pkey_mt_streams_id ON events.mt_streams USING btree (id)",
    ];

    [Fact]
    public async Task The_columns_are_Martens() => Assert.Equal(Columns, await Texts(
        $"""
        select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
            || case when a.attnotnull then ' not null' else '' end
            || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
        from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
        where c.relnamespace = 'events'::regnamespace and c.relname like 'mt\_%' and c.relkind = 'r'
        order by c.relname, a.attnum
        """));

    [Fact]
    public async Task The_constraints_are_Martens() => Assert.Equal(Constraints, await Texts(
        $"""
        select conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid)
        from pg_constraint
        where connamespace = 'events'::regnamespace and conrelid::regclass::text like '%mt\_%'
        order by 1
        """));

    [Fact]
    public async Task The_indexes_are_Martens() => Assert.Equal(Indexes, await Texts(
        $"select indexdef from pg_indexes where schemaname = 'events' and tablename like 'mt\\_%' order by 1"));

    [Fact]
    public async Task The_sequence_keeps_no_numbers_back_and_belongs_to_its_column() => Assert.Equal(
        ["cache 1, mt_events.seq_id"],
        await Texts(
            $"""
            select 'cache ' || s.seqcache || ', ' || d.refobjid::regclass::text || '.' || a.attname
            from pg_sequence s
            join pg_depend d on d.objid = s.seqrelid and d.deptype = 'a'
            join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
            where s.seqrelid = 'events.mt_events_sequence'::regclass
            """));

    private Task<List<string>> Texts(Sql query) => depot.Db.QueryAsync(query, row => row.GetString(0), Ct);
}
