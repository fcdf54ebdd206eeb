package fr.jalon.demo;

import fr.jalon.donnees.application.NatureDeDemande;
import fr.jalon.donnees.application.TenirLesDemandes;
import fr.jalon.parametres.Horloge;
import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a few persons asked about their data: answered, refused, still to answer, late; and a dossier that a litigation keeps. */
@Component
class DonneesDeLaDemo {
  private final TenirLesDemandes demandes;
  private final Horloge horloge;
  private final JdbcClient base;

  DonneesDeLaDemo(TenirLesDemandes demandes, Horloge horloge, @Qualifier("chargement") JdbcClient base) {
    this.demandes = demandes;
    this.horloge = horloge;
    this.base = base;
  }

  /** @param ilYA days before the day the demonstration is set in @param acceptee {@code null} while nobody answered */
  private record Recue(int ilYA, NatureDeDemande nature, String objet, Boolean acceptee, String reponse) {}

  private static final List<Recue> RECUES = List.of(
      new Recue(24, NatureDeDemande.COPIE, "Je voudrais savoir ce que le Département a écrit sur moi.", true,
      "Copie remise en main propre, après présentation de la carte d'identité."),
      new Recue(18, NatureDeDemande.RECTIFICATION, "Mon prénom est mal écrit : il manque un accent.", false,
          "Le prénom vient du fichier de la caisse : demande à faire à la CAF, numéro et adresse donnés par lettre."),
      new Recue(40, NatureDeDemande.OPPOSITION, "Je ne veux plus recevoir de SMS.", null, null),
      new Recue(9, NatureDeDemande.COPIE, "Ma référente me dit que j'ai droit à une copie de mon dossier.", null, null),
      new Recue(30, NatureDeDemande.EFFACEMENT, "Effacez mon diagnostic, ma situation a changé.", false,
          "Le diagnostic sert au suivi en cours ; un nouveau est fait avec la personne, qui le remplace."),
      new Recue(3, NatureDeDemande.RECTIFICATION, "J'ai changé de numéro de téléphone.", true, "Numéro corrigé dans le dossier le jour même."));

  /** Writes them, once, each about another person who is followed. */
  void jouer() {
    if (base.sql("select exists (select from donnees.demande)").query(Boolean.class).single()) {
      return;
    }
    LocalDate jour = LocalDate.now(horloge);
    List<Long> personnes = base.sql("select personne_id from orientation.suivi where etat = 'EN_COURS' order by md5(personne_id::text) limit ?")
        .param(RECUES.size() + 1)
        .query(Long.class).list();
    for (int i = 0; i < RECUES.size() && i < personnes.size(); i++) {
      Recue r = RECUES.get(i);
      if (!demandes.recevable(jour.minusDays(r.ilYA()))) {
        // a Département whose figures are of before the GDPR
        continue;
      }
      long personne = personnes.get(i);
      demandes.demander(personne, r.nature(), jour.minusDays(r.ilYA()), r.objet());
      if (r.acceptee() != null) {
        demandes.repondre(personne, demandes.demandes(personne).getFirst().id(), r.acceptee(), r.reponse());
      }
    }
    if (personnes.size() > RECUES.size()) {
      demandes.retenir(personnes.getLast(), "Recours contre une fin de droit, devant le tribunal administratif.");
    }
  }
}
