-- The ledger counts now what the result book counted.
drop table if exists read.result_rows, read.result_totals, read.result_orders, read.result_groups, read.result_shops, read.result_products;
delete from events.read_models where name = 'results';
delete from events.mt_event_progression where name = 'ledger:All';
