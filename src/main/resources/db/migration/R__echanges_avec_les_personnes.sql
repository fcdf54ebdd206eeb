-- Everything that counts as a contact with a person, whichever room holds it: what was noted by whoever follows her, the interviews and the informations
-- collectives of the agenda. Only by telephone or by message nobody sees anybody (fr.jalon.accompagnement.domaine.GenreDeContact, ContactsMesuresTest). Read under the
-- perimeter of the agent. An instance that has not come to this room yet has nothing to make.
do $faire$ begin if to_regclass('accompagnement.contact') is not null then execute $vue$
create or replace view accompagnement.echange with (security_invoker = true) as
  select c.personne_id, c.le, c.genre, c.presence, c.genre not in ('TELEPHONE', 'COURRIEL') as rencontre from accompagnement.contact c where c.retire_le is null
  union all
  select e.personne_id, coalesce(k.jour, e.le), 'RENDEZ_VOUS', e.etat, true from rendezvous.entretien e left join rendezvous.creneau k on k.id = e.creneau_id
  where e.etat in ('PRESENTE', 'EXCUSEE', 'ABSENTE')
  union all
  select v.personne_id, s.jour, 'INFORMATION_COLLECTIVE', v.etat, true from rendezvous.convocation v join rendezvous.session s on s.id = v.session_id
  where v.etat in ('PRESENTE', 'EXCUSEE', 'ABSENTE')
$vue$;
comment on view accompagnement.echange is 'Les contacts avec une personne, notés ou tenus à l''agenda. RGPD : vie personnelle';
comment on column accompagnement.echange.personne_id is 'La personne. RGPD : aucune';
comment on column accompagnement.echange.le is 'Le jour. RGPD : vie personnelle';
comment on column accompagnement.echange.genre is 'Comment, ou RENDEZ_VOUS, INFORMATION_COLLECTIVE. RGPD : vie personnelle';
comment on column accompagnement.echange.presence is 'Présente, excusée, absente. RGPD : vie personnelle';
comment on column accompagnement.echange.rencontre is 'Vrai quand on se voit ; faux au téléphone et par message. RGPD : vie personnelle';
grant select on accompagnement.echange to jalon_application;
end if; end $faire$;
