-- What cookies and forms are sealed with (ASP.NET Core Data Protection): shared by all nodes, made and retired by them.
create table app.data_protection_keys (
    name text not null constraint data_protection_keys_pkey primary key,
    xml  text not null
);
