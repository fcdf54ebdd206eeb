package fr.jalon.habilitations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

/** What agents may write in each table, as PostgreSQL says it, compared with what their work needs. */
@EssaiWeb
class PolitiquesTest {
  /**
   * Tables where agents write: what (I insert, U update, D delete), and why. Everywhere else they only read. A table that is missing here, or an act
   * too many, fails the test until somebody says why.
   */
  private static final Map<String, String> ECRITURES = new TreeMap<>(Map.ofEntries(
      Map.entry("accompagnement.contact", "IU · noter un contact, le retirer"),
      Map.entry("accompagnement.pas_differe", "IU · remettre un pas à plus tard, le reprendre"),
      Map.entry("accompagnement.intensif", "IU · faire entrer dans un portefeuille intensif, faire sortir, retirer une erreur"),
      Map.entry("accompagnement.intensif_passage", "I · son histoire"),
      Map.entry("accompagnement.revue", "IU · ouvrir une revue de file active, la clore"),
      Map.entry("accompagnement.revue_decision", "IU · décider pour une personne, changer avant la clôture, dire que c'est fait"),
      Map.entry("carnet.demande", "IU · demander quelque chose à un collègue, dire que c'est lu ou fait"),
      Map.entry("carnet.document", "I · joindre un document à un écrit"),
      Map.entry("carnet.entree", "IU · écrire dans le carnet, corriger"),
      Map.entry("carnet.lecteurs_du_theme", "I · choisir qui lit un thème, pour tout le Département"),
      Map.entry("carnet.lecture", "IU · savoir ce qui est nouveau depuis sa dernière lecture"),
      Map.entry("carnet.opposition", "IU · noter à qui une personne s'oppose, qu'elle y renonce"),
      Map.entry("carnet.version", "I · garder le texte d'avant une correction"),
      Map.entry("allocataires.doublon", "IU · signaler un doublon, trancher celui qui est proposé"),
      Map.entry("allocataires.fusion", "IU · fusionner deux fiches, défaire"),
      Map.entry("allocataires.fusion_suite", "I · ce qu'une fusion a déplacé, pour la défaire"),
      Map.entry("allocataires.personne", "U · coordonnées, fusion"),
      Map.entry("allocataires.suivi_hors_rsa", "IU · suivre une personne hors RSA, finir, rouvrir, retirer"),
      Map.entry("courriers.entete", "I · une version de plus de l'en-tête"),
      Map.entry("courriers.lot", "IU · préparer un lot, l'imprimer, le poster"),
      Map.entry("courriers.message", "IU · écrire un message, le suivre"),
      Map.entry("courriers.passage", "I · son histoire"),
      Map.entry("courriers.passerelle", "IU · dire par où partent les messages"),
      Map.entry("courriers.version", "I · une version de plus d'un modèle"),
      Map.entry("diagnostic.brouillon", "IU · un diagnostic commencé"),
      Map.entry("diagnostic.action", "IU · prévoir une action, en donner des nouvelles"),
      Map.entry("diagnostic.action_passage", "I · son histoire"),
      Map.entry("accompagnement.brouillon_revue", "IU · une décision de revue commencée"),
      Map.entry("accompagnement.brouillon_contact", "IU · la note d'un contact commencée"),
      Map.entry("diagnostic.brouillon_global", "IU · un diagnostic global commencé"),
      Map.entry("diagnostic.constat", "I · une version de plus d'un thème"),
      Map.entry("diagnostic.frein", "IU · ouvrir un frein, le lever"),
      Map.entry("diagnostic.frein_passage", "I · son histoire"),
      Map.entry("diagnostic.diagnostic", "I · un diagnostic fait"),
      Map.entry("diagnostic.recommandation", "I · ce qu'il recommande"),
      Map.entry("donnees.demande", "IU · noter ce qu'une personne demande sur ses données, répondre"),
      Map.entry("donnees.retenue", "IU · garder un dossier pour un contentieux, le lever"),
      Map.entry("echanges.livraison", "IU · une application redemande une livraison"),
      Map.entry("echanges.reprise", "IUD · déposer un tableur de structures, l'enregistrer, le défaire ; effacer celui qui n'est pas enregistré"),
      Map.entry("echanges.requete_api", "IU · une application n'est servie qu'une fois"),
      Map.entry("echanges.tableur", "UD · la correspondance des colonnes, l'abandon d'un tableur déposé"),
      Map.entry("echanges.tableur_ligne", "U · corriger une ligne"),
      Map.entry("echanges.tableur_modele", "IU · la correspondance retenue"),
      Map.entry("echanges.webhook", "IU · tenir ses webhooks"),
      Map.entry("echeances.echeance", "IU · un acte ouvre et ferme des échéances"),
      Map.entry("echeances.releve", "IU · le relevé des échéances"),
      Map.entry("ecran.modification", "IU · qui a enregistré un formulaire de réglage en dernier"),
      Map.entry("habilitations.agent", "IU · tenir les accès"),
      Map.entry("habilitations.client", "IU · tenir les applications"),
      Map.entry("habilitations.user_entities", "D · retirer ses clés d'accès"),
      Map.entry("habilitations.vue", "IU · garder une vue d'une liste, la changer, la supprimer, la rétablir"),
      Map.entry("habilitations.vue_par_defaut", "IUD · dire quelle vue le menu ouvre"),
      Map.entry("engagement.contrat", "IU · commencer un contrat d'engagement, le faire avancer, le suspendre, le clore"),
      Map.entry("engagement.version", "IU · écrire ce que dit un contrat, le présenter, le valider, le signer, l'amender"),
      Map.entry("engagement.delegation", "IU · dire qui fait signer sans validation, le retirer"),
      Map.entry("engagement.objectif", "IU · écrire les objectifs d'un contrat, dire ce qu'ils deviennent"),
      Map.entry("engagement.action", "IU · écrire les actions d'un contrat"),
      Map.entry("engagement.signature", "IU · recueillir une signature, la reprendre"),
      Map.entry("engagement.document", "I · garder ce qui est signé"),
      Map.entry("engagement.code_de_signature", "IU · envoyer un code, le vérifier"),
      Map.entry("engagement.refus", "IU · noter un refus, le retirer"),
      Map.entry("engagement.passage", "I · l'histoire d'un contrat"),
      Map.entry("engagement.adaptation", "IU · adapter les heures d'un plan, y mettre fin, le retirer"),
      Map.entry("engagement.raison_d_adaptation", "I · dire pourquoi un plan est adapté"),
      Map.entry("engagement.heure", "IU · noter des heures faites, les corriger"),
      Map.entry("handicap.dossier", "IU · ouvrir un dossier MDPH, le faire avancer, tenir ses papiers"),
      Map.entry("handicap.passage", "I · son histoire"),
      Map.entry("handicap.reponse", "IU · noter ce que la MDPH répond, le retirer"),
      Map.entry("sorties.essai", "I · noter un essai pour joindre une personne"),
      Map.entry("sorties.passage", "I · l'histoire d'une sortie"),
      Map.entry("sorties.rappel", "IU · prévoir un rappel, noter la réponse, la défaire"),
      Map.entry("sorties.rappel_passage", "I · l'histoire d'un rappel"),
      Map.entry("sorties.sortie", "IU · noter une sortie, la compléter, l'écarter"),
      Map.entry("journal.trace", "I · toute consultation, tout acte"),
      Map.entry("justedroit.verifie", "IU · noter qu'un écart est vérifié, revenir dessus"),
      Map.entry("orientation.confiee_prevue", "IU · prévoir qui sera confiée, dire qui n'a pas pu l'être"),
      Map.entry("orientation.changement_de_referent", "I · changer de référent"),
      Map.entry("orientation.transfert", "IU · transférer un portefeuille, l'annuler"),
      Map.entry("orientation.relais", "IU · passer un relais, le rendre, l'annuler"),
      Map.entry("papiers.copie", "IU · garder la copie d'un papier, l'effacer"),
      Map.entry("papiers.papier", "IU · noter un papier vu, en demander un, le recevoir, corriger"),
      Map.entry("papiers.passage", "I · son histoire"),
      Map.entry("papiers.version", "I · garder ce qu'il disait avant une correction"),
      Map.entry("orientation.entree", "IU · orienter"),
      Map.entry("orientation.maintien", "IU · maintenir un parcours social, corriger"),
      Map.entry("orientation.passage", "I · l'histoire d'un suivi"),
      Map.entry("orientation.raison_sans_suivi", "I · écrire pourquoi personne ne suit"),
      Map.entry("orientation.reorientation", "IU · demander, décider"),
      Map.entry("orientation.longue_liste", "IU · proposer une longue liste, l'enregistrer, l'annuler"),
      Map.entry("travaux.travail", "IU · demander un travail long, l'arrêter, lire qu'il est fini"),
      Map.entry("travaux.event_publication", "IUD · ce qui doit suivre un acte, écrit avec lui, effacé quand c'est fait"),
      Map.entry("orientation.suivi", "IU · orienter, changer"),
      Map.entry("parametres.valeur", "I · une valeur datée de plus"),
      Map.entry("rendezvous.convocation", "IU · convoquer, saisir la réponse et la présence"),
      Map.entry("rendezvous.creneau", "IU · ouvrir et fermer un créneau"),
      Map.entry("rendezvous.entretien", "IU · donner un rendez-vous"),
      Map.entry("rendezvous.fait", "IU · constater, retirer"),
      Map.entry("rendezvous.lieu", "IU · tenir les lieux"),
      Map.entry("rendezvous.passage", "I · l'histoire d'un rendez-vous"),
      Map.entry("rendezvous.permanence", "I · ouvrir une permanence"),
      Map.entry("rendezvous.session", "IU · ouvrir une information collective, la changer"),
      Map.entry("structures.commune", "U · changer une commune de territoire"),
      Map.entry("structures.compte_de_referent", "ID · dire quel référent est l'agent d'un compte, défaire"),
      Map.entry("structures.organisation", "IU · tenir les structures"),
      Map.entry("structures.referent", "IU · tenir les référents"),
      Map.entry("structures.referent_periode", "IU · leur temps de travail"),
      Map.entry("structures.site", "IU · tenir les sites"),
      Map.entry("structures.territoire", "IU · tenir les territoires")));
  @Autowired
  Voisinage voisinage;
  @Autowired
  Roles roles;
  @Autowired
  JdbcClient agents;
  @Autowired
  TransactionTemplate transaction;
  @Autowired
  @Qualifier("chargement")
  JdbcClient proprietaire;

  @Test
  void aucune_politique_ne_confond_lire_et_ecrire() {
    assertThat(proprietaire.sql("select schemaname || '.' || tablename || ' : ' || policyname from pg_policies where cmd = 'ALL'")
        .query(String.class).list())
        .as("politiques « for all » : en écrire une par acte").isEmpty();
  }

  @Test
  void les_agents_n_ecrivent_que_la_ou_leur_travail_le_demande() {
    Map<String, String> ecrites = new TreeMap<>();
    proprietaire.sql("""
        select n.nspname || '.' || c.relname, concat(
          case when has_any_column_privilege('jalon_application', c.oid, 'insert') then 'I' end,
          case when has_any_column_privilege('jalon_application', c.oid, 'update') then 'U' end,
          case when has_table_privilege('jalon_application', c.oid, 'delete') then 'D' end,
          case when has_table_privilege('jalon_application', c.oid, 'truncate') then 'T' end)
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname !~ '^(pg_|information_schema)'""")
        .query((l, _) -> Map.entry(l.getString(1), l.getString(2))).list().stream().filter(e -> !e.getValue().isEmpty())
        .forEach(e -> ecrites.put(e.getKey(), e.getValue()));
    Map<String, String> voulues = new TreeMap<>();
    ECRITURES.forEach((table, pourquoi) -> voulues.put(table, pourquoi.split(" ")[0]));
    assertThat(ecrites).isEqualTo(voulues);
  }

  @Test
  void une_ecriture_permise_a_toujours_sa_propre_politique() {
    assertThat(proprietaire.sql("""
        select n.nspname || '.' || c.relname || ' ' || a.acte from pg_class c join pg_namespace n on n.oid = c.relnamespace
        cross join (values ('insert', 'a'), ('update', 'w'), ('delete', 'd')) a (acte, lettre)
        where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema)' and case when a.acte = 'delete'
          then has_table_privilege('jalon_application', c.oid, a.acte) else has_any_column_privilege('jalon_application', c.oid, a.acte) end
          and not exists (select from pg_policy p where p.polrelid = c.oid and p.polcmd = a.lettre::"char")""").query(String.class).list()).isEmpty();
  }

  @Test
  void le_controle_et_une_application_qui_lit_lisent_les_personnes_et_n_ecrivent_rien_sur_elles() {
    voisinage.installer();
    Perimetre controle = roles.perimetre(new Agent(1, "essai", "Essai", null, "CONTROLE", false, List.of(), List.of(), true, false, false, 0));
    Perimetre application = new Perimetre("application", "application", "APPLICATION",
        Portee.ressources(List.of("entrants:lire", "orientations:lire")), true,
        List.of(), List.of());
    List<String> ecrites = new ArrayList<>();
    for (Perimetre p : List.of(controle, application)) {
      assertThat(en(p, () -> agents.sql("select count(*) from allocataires.personne").query(Long.class).single())).isPositive();
      assertThat(en(p, () -> agents.sql("select count(*) from orientation.suivi").query(Long.class).single())).isPositive();
      proprietaire.sql("""
          select n.nspname || '.' || c.relname, (select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            and a.attgenerated = '' and a.attidentity <> 'a' and has_column_privilege('jalon_application', c.oid, a.attnum, 'update')
            and has_column_privilege('jalon_application', c.oid, a.attnum, 'select') order by a.attname limit 1)
          from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where c.relkind = 'r' and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname in ('personne_id', 'foyer_id', 'territoire_id')) and c.relrowsecurity
            -- noting there that a difference was verified is the work of whoever controls
            and c.oid <> 'justedroit.verifie'::regclass and has_any_column_privilege('jalon_application', c.oid, 'update')""")
          .query((l, _) -> List.of(l.getString(1), l.getString(2))).list().forEach(t -> {
            try {
              int n = en(p, () -> agents.sql("update %1$s set %2$s = %2$s".formatted(t.get(0), t.get(1))).update());
              if (n > 0) {
                ecrites.add(p.role() + " change " + n + " lignes de " + t.get(0));
              }
            } catch (DataAccessException refusee) {
              assertThat(fr.jalon.ecran.HorsDuPerimetre.est(refusee)).as(refusee.getMessage()).isTrue();
            }
          });
    }
    assertThat(ecrites).isEmpty();
  }

  private <T> T en(Perimetre p, Supplier<T> acte) {
    SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken.authenticated(new AgentConnecte(1, p), null, List.of()));
    try {
      return transaction.execute(etat -> {
        etat.setRollbackOnly();
        return acte.get();
      });
    } finally {
      SecurityContextHolder.clearContext();
    }
  }
}
