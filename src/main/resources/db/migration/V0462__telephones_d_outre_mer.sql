-- Overseas numbers kept as if they were of the metropolis (+33692… does not exist), or with the zero of the national form (+2620692…): each has
-- the country of its own (ARCEP, national numbering plan), as Coordonnees.telephone writes it now. 06 39 98 is kept for fiction.
create function pg_temp.outre_mer(numero text) returns text language sql immutable as $$
  select case when numero ~ '^\+33(26[239]|69[23]|639(?!98))[0-9]{6}$' then '+262' || substr(numero, 4)
    when numero ~ '^\+33(590|69[01])[0-9]{6}$' then '+590' || substr(numero, 4)
    when numero ~ '^\+33(594|694)[0-9]{6}$' then '+594' || substr(numero, 4)
    when numero ~ '^\+33(596|69[67])[0-9]{6}$' then '+596' || substr(numero, 4)
    when numero ~ '^\+(262|590|594|596)0[1-9][0-9]{8}$' then substr(numero, 1, 4) || substr(numero, 6)
    else numero end $$;

update allocataires.personne set telephone = pg_temp.outre_mer(telephone) where telephone <> pg_temp.outre_mer(telephone);
-- what has not left yet goes to the right number; what has left stays as it left
update courriers.message set vers = pg_temp.outre_mer(vers) where canal = 'SMS' and etat in ('A_ENVOYER', 'SANS_ADRESSE', 'ECHEC') and vers <> pg_temp.outre_mer(vers);
drop function pg_temp.outre_mer(text);
