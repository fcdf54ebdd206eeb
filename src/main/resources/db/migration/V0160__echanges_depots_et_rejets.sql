-- What the pages of imports need beside the register: files waiting their turn, refusals an agent may lift, why a reject was set aside.
alter table echanges.import drop constraint import_statut_check;
alter table echanges.import add constraint import_statut_check check (statut in ('EN_ATTENTE', 'EN_COURS', 'CHARGE', 'REFUSE', 'INTERROMPU'));
alter table echanges.import add column ecart_seul boolean not null default false;
comment on column echanges.import.ecart_seul is 'Refusé pour un écart de totaux seulement : un agent peut l''accepter avec une raison. RGPD : aucune';
create index import_commence on echanges.import (commence_le desc);
create index import_sha256 on echanges.import (sha256);

alter table echanges.rejet add column statut_motif text;
comment on column echanges.rejet.statut_motif is 'Pourquoi un agent l''a écarté. RGPD : aucune';
comment on column echanges.rejet.correction is 'Les corrections faites : ligne, balise, ancienne et nouvelle valeur ; jamais la valeur d''un NIR. RGPD : identité';
create index rejet_a_traiter on echanges.rejet (import_id, id) where statut = 'OUVERT';

-- The facts a file brought are read from its report; rows are appended file after file, so a tiny index is enough.
create index droit_import on allocataires.droit using brin (import_id);
create index entree_import on orientation.entree (import_id);
create index doublon_import on allocataires.doublon (import_id);
