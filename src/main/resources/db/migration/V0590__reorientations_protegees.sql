-- A request of réorientation was protected by hand, because what one may write there depends on its state. It goes through habilitations.proteger like the others:
-- who sees it, where, and who writes, come from one line. What depends on the state is said besides by two restrictive policies, which only take away from it.
drop policy demande on orientation.reorientation;
drop policy decision on orientation.reorientation;
select habilitations.proteger('orientation.reorientation', 'DOSSIERS', ecrit => '{ORIENTATIONS, REORIENTATIONS}',
  change => '{etat, etat_depuis, decidee_par, raison_decision, recommandation_id, nouveau_suivi_id}');
create policy demande on orientation.reorientation as restrictive for insert to jalon_application
  with check ((select habilitations.peut('REORIENTATIONS')) and etat = 'DEMANDEE');
create policy decision on orientation.reorientation as restrictive for update to jalon_application
  using ((select habilitations.peut('ORIENTATIONS')) or etat = 'DEMANDEE')
  with check ((select habilitations.peut('ORIENTATIONS')) or etat in ('DEMANDEE', 'RETIREE'));
