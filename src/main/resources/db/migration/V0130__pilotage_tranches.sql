-- The bands in which the indicators count, written once. Both are inlined by the planner.
-- No index is added for the indicators: measured on 100 000 persons with five years of history, they read the whole of a date or of a year,
-- and the indexes that the loader already keeps are enough (docs/regles/indicateurs.md, "Vitesse").
create function pilotage.tranche_age(naissance date, le date) returns text immutable parallel safe language sql as $$
  select case when naissance is null then 'INCONNU'
    when naissance > le - interval '25 years' then '<25'
    when naissance > le - interval '30 years' then '25-29'
    when naissance > le - interval '40 years' then '30-39'
    when naissance > le - interval '50 years' then '40-49'
    when naissance > le - interval '55 years' then '50-54'
    when naissance > le - interval '60 years' then '55-59'
    when naissance > le - interval '65 years' then '60-64'
    else '>=65' end $$;
comment on function pilotage.tranche_age(date, date) is 'Tranche d''âge du plan Ardèche 2026-2029, en années révolues à la date';
create function pilotage.tranche_anciennete(demande date, le date) returns text immutable parallel safe language sql as $$
  select case when demande >= date_trunc('month', le::timestamp) - interval '2 months' then '1-3'
    when demande >= date_trunc('month', le::timestamp) - interval '5 months' then '4-6'
    when demande >= date_trunc('month', le::timestamp) - interval '11 months' then '7-12'
    when demande >= date_trunc('month', le::timestamp) - interval '23 months' then '13-24'
    when demande >= date_trunc('month', le::timestamp) - interval '35 months' then '25-36'
    when demande >= date_trunc('month', le::timestamp) - interval '47 months' then '37-48'
    else '49+' end $$;
comment on function pilotage.tranche_anciennete(date, date) is 'Ancienneté au RSA du plan Ardèche 2026-2029, en mois ; le mois de la demande est le premier';
grant execute on function pilotage.tranche_age(date, date), pilotage.tranche_anciennete(date, date) to jalon_application;
