package fr.jalon.personnages;

import static fr.jalon.personnages.Foyer.foyer;
import static fr.jalon.personnages.Personne.conjoint;
import static fr.jalon.personnages.Personne.enfant;
import static fr.jalon.personnages.Personne.personne;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A small Département for the stories, at 8 September 2025: Sophie Tifour (suspended in June, paid again in July, moved in August, a child
 * born), Éléonore Lefèvre-Dubois (closed), Paul Martin (MSA, self-employed), Amina and Karim Benali (couple), Jean Petit twice (possible
 * duplicates), and a hundred others. Sown once for each database.
 */
@TestComponent
public class Ardeche {
  private static final String[] NOMS = {"ROUX", "FAURE", "GIRARD", "CHEVALIER", "BLANC", "GUERIN", "MOREL", "VIDAL", "FABRE",
      "ROCHE", "PONS", "CHABERT"};
  private static final String[] PRENOMS = {"ANNE", "MARC", "JULIE", "HUGO", "INÈS", "LUC", "ROSE", "YANN", "CLARA", "NOÉ"};
  /** Aubenas, Sud-Ouest; suspended from 1 June, paid again in July, moved to Privas in August. */
  public final Personne sophie = personne("Sophie Tifour").naissance("Bernard").nee("1977-03-23").nir("2770307019042").sdd()
      .ressources("2025-04-01", "312.50");
  /** Annonay, Nord; closed on 1 July. */
  public final Personne eleonore = personne("Éléonore Lefèvre-Dubois").nee("1990-08-01").nir("2900807010011");
  /** Annonay, Nord; MSA, self-employed. */
  public final Personne paul = personne("Paul Martin").ne("1977-11-02").nir("1771107010022").sdd().tns();
  /** Privas, Centre; claimant of a couple. */
  public final Personne amina = personne("Amina Benali").nee("1985-05-12").nir("2850507186033").sdd();
  /** The same man twice, under two claims, one without NIR. */
  public final Personne jean = personne("Jean Petit").ne("1969-01-30").nir("1690107019077");
  private final Caisse caisse;
  private final JdbcClient base;

  Ardeche(Caisse caisse, @Qualifier("chargement") JdbcClient base) {
    this.caisse = caisse;
    this.base = base;
  }

  /** Sows the Département if it is not yet. */
  public synchronized Ardeche semer() {
    if (base.sql("select count(*) from allocataires.foyer").query(Long.class).single() == 0) {
      semerTout();
    }
    return this;
  }

  /** The stories share a database, in any order: of what was done with Amina and Karim Benali, nothing is left to the next one. */
  public void oublierLesSuites() {
    String eux = "personne_id in (select id from allocataires.personne where nom = 'BENALI')";
    base.sql("update orientation.suivi set suivant_id = null where " + eux).update();
    for (String table : List.of("rendezvous.fait", "rendezvous.passage", "rendezvous.entretien", "orientation.maintien",
        "orientation.reorientation", "orientation.passage",
        "orientation.suivi", "echeances.echeance", "orientation.entree", "diagnostic.brouillon", "diagnostic.recommandation",
        "diagnostic.diagnostic")) {
      base.sql("delete from " + table + " where " + eux).update();
    }
    base.sql("select orientation.recalculer_organisations(array(select id from allocataires.personne where nom = 'BENALI'))")
        .query((l, _) -> 0).list();
  }

  private void semerTout() {
    Personne lea = enfant("Léa Tifour").nee("2025-08-10");
    Foyer tifour = foyer("07100000001").demande("2023-11-14").habite("07019", "AUBENAS").montant("607.75").situation("DIV")
        .avec(sophie, enfant("Léo Tifour").ne("2015-06-01"));
    Foyer lefevre = foyer("07100000002").habite("07010", "ANNONAY").montant("646.52").avec(eleonore);
    Foyer martin = foyer("07200000003").organisme("MSA", "726").matricule("9876543").habite("07010", "ANNONAY").montant("210.00").avec(paul);
    Foyer benali = foyer("07100000004").habite("07186", "PRIVAS").situation("MAR").montant("803.20")
        .avec(amina, conjoint("Karim Benali").ne("1983-02-20").sdd(), enfant("Sami Benali").ne("2012-09-09"),
        enfant("Lina Benali").nee("2018-04-17"));
    Foyer petit = foyer("07100000005").habite("07019", "AUBENAS").avec(jean);
    List<Foyer> autres = autres();
    caisse.mensuel("2025-05-31", tous(autres, tifour, lefevre, benali, petit));
    caisse.mensuel("2025-05-31", martin);
    caisse.mensuel("2025-06-30", tous(autres, tifour.suspendu("06", "2025-06-01"), lefevre, benali, petit));
    sophie.ressources("2025-07-01", "0");
    caisse.mensuel("2025-07-31", tous(autres, tifour.verse().montant("646.52"), lefevre.ferme("RFD", "2025-07-01"), benali, petit));
    long aout = caisse.mensuel("2025-08-31", tous(autres, tifour.habite("07186", "PRIVAS").avec(lea).montant("969.78"), lefevre, benali, petit,
        foyer("07100000006").habite("07010", "ANNONAY").demande("2025-08-02").avec(personne("Jean Petit").ne("1969-01-30"))));
    for (String mois : new String[] {"2025-05-01", "2025-07-01", "2025-08-01"}) {
      caisse.paiement(tifour, mois, "RSD", mois.equals("2025-05-01") ? "607.75" : "646.52", aout);
    }
  }

  private static List<Foyer> autres() {
    List<Foyer> foyers = new ArrayList<>();
    for (int i = 0; i < 110; i++) {
      Personne p = personne(PRENOMS[i % PRENOMS.length] + " " + NOMS[(i * 7) % NOMS.length]);
      String naissance = "%d-%02d-%02d".formatted(1958 + i * 3 % 44, 1 + i % 12, 1 + i * 5 % 28);
      foyers.add(foyer("0710001%04d".formatted(i)).demande("20%02d-%02d-05".formatted(18 + i % 7, 1 + i % 12))
          .habite(i % 3 == 0 ? "07010" : i % 3 == 1 ? "07019" : "07186", i % 3 == 0 ? "ANNONAY" : i % 3 == 1 ? "AUBENAS" : "PRIVAS")
          .montant("6%02d.10".formatted(i % 47)).avec((i % 2 == 0 ? p.nee(naissance) : p.ne(naissance)).sdd(i % 5 != 0)));
    }
    return foyers;
  }

  private static Foyer[] tous(List<Foyer> autres, Foyer... nommes) {
    List<Foyer> tous = new ArrayList<>(List.of(nommes));
    tous.addAll(autres);
    return tous.toArray(Foyer[]::new);
  }
}
