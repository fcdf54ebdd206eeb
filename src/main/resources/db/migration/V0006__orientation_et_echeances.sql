-- New entrants, the orientation notified to them, and the register of deadlines.
create table orientation.entree (
  id bigint generated always as identity primary key,
  personne_id bigint not null references allocataires.personne,
  foyer_id bigint not null references allocataires.foyer,
  mois date not null,
  reference date not null,
  recu_le date not null,
  motif text not null,
  etat text not null default 'EN_ATTENTE' check (etat in ('EN_ATTENTE', 'SUSPENDUE', 'ORIENTEE', 'SORTIE')),
  etat_depuis date not null,
  import_id bigint not null,
  territoire_id int, organisation_ids int[],
  unique (personne_id, mois)
);
comment on table orientation.entree is 'Nouveaux entrants à orienter (06, annexe 4 §4). RGPD : vie professionnelle';
create index entree_attente on orientation.entree (etat, recu_le) where etat in ('EN_ATTENTE', 'SUSPENDUE');
create index entree_personne on orientation.entree (personne_id);
create table orientation.suivi (
  id bigint generated always as identity primary key,
  personne_id bigint not null references allocataires.personne,
  entree_id bigint references orientation.entree,
  parcours text not null check (parcours in ('SOCIAL', 'SOCIOPROFESSIONNEL', 'PROFESSIONNEL')),
  organisation_id int not null references structures.organisation,
  referent_id int references structures.referent,
  notifie_le date not null,
  etat text not null default 'EN_COURS' check (etat in ('EN_COURS', 'EN_VEILLE', 'CLOS')),
  etat_depuis date not null,
  motif_fin text, fin_le date,
  saisi_par text not null, saisi_le timestamptz not null,
  territoire_id int, organisation_ids int[]
);
comment on table orientation.suivi is 'L''orientation notifiée et le suivi qui en découle. RGPD : vie professionnelle';
create unique index suivi_ouvert on orientation.suivi (personne_id) where etat <> 'CLOS';
create index suivi_personne on orientation.suivi (personne_id);
create table orientation.passage (
  id bigint generated always as identity primary key,
  objet text not null check (objet in ('ENTREE', 'SUIVI')),
  objet_id bigint not null,
  personne_id bigint not null references allocataires.personne,
  de text, vers text not null, le date not null, constate_le timestamptz not null, par text not null, motif text,
  territoire_id int, organisation_ids int[]
);
comment on table orientation.passage is 'Chaque passage d''un état à un autre : qui, quand, pourquoi. RGPD : vie professionnelle';
create index passage_personne on orientation.passage (personne_id);
create table echeances.echeance (
  id bigint generated always as identity primary key,
  nature text not null,
  personne_id bigint not null references allocataires.personne,
  objet_id bigint not null,
  depart date not null,
  limite_legale date, reference_legale text,
  cible date, reference_cible text,
  etat text not null default 'OUVERTE' check (etat in ('OUVERTE', 'SUSPENDUE', 'TENUE', 'CADUQUE')),
  etat_depuis date not null,
  territoire_id int, organisation_ids int[],
  unique (nature, objet_id)
);
comment on table echeances.echeance is 'Le registre des échéances : ce qui est dû, pour qui, pour quand. RGPD : vie professionnelle';
create index echeance_ouverte on echeances.echeance (etat, limite_legale) where etat = 'OUVERTE';
create index echeance_personne on echeances.echeance (personne_id);
do $$
declare t text;
begin
  foreach t in array array['orientation.entree', 'orientation.suivi', 'orientation.passage', 'echeances.echeance'] loop
    execute format('alter table %s enable row level security', t);
    execute format($p$create policy perimetre on %s to jalon_application
      using ((select habilitations.peut('DOSSIERS')) and ((select habilitations.partout())
             or territoire_id = any ((select habilitations.territoires())::int[])
             or organisation_ids && (select habilitations.organisations())::int[]))$p$, t);
    execute format('grant select, insert, update on %s to jalon_application', t);
  end loop;
end $$;
revoke update on orientation.passage from jalon_application;
