-- The filters of the page "Journal".
create index trace_agent on journal.trace (agent, instant desc);
create index trace_acte on journal.trace (acte, instant desc);
