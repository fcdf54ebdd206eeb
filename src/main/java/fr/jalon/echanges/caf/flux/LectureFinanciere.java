package fr.jalon.echanges.caf.flux;

import static fr.jalon.echanges.caf.flux.Champs.date;
import static fr.jalon.echanges.caf.flux.Champs.dateObligatoire;
import static fr.jalon.echanges.caf.flux.Champs.entier;
import static fr.jalon.echanges.caf.flux.Champs.montant;
import static fr.jalon.echanges.caf.flux.Champs.obligatoire;
import static fr.jalon.echanges.caf.flux.Champs.texte;

import fr.jalon.allocataires.constat.CleFoyer;
import fr.jalon.allocataires.enregistrement.EnregistrementFinancier.Creance;
import fr.jalon.allocataires.enregistrement.EnregistrementFinancier.Ecritures;
import fr.jalon.allocataires.enregistrement.EnregistrementFinancier.Paiement;
import fr.jalon.echanges.caf.flux.Dossier.Bloc;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/** Reads a dossier of a financial file (VRSF) or of a file of transferred claims (VRSC). */
public final class LectureFinanciere {
  private final BiPredicate<String, String> codeConnu;

  /** @param codeConnu true when the tag has no list of codes or the code is in it */
  public LectureFinanciere(BiPredicate<String, String> codeConnu) {
    this.codeConnu = codeConnu;
  }

  /** @throws DossierRejete when the dossier breaks a rule */
  public Ecritures lire(Dossier dossier, CleFoyer cle) {
    dossier.feuilles((balise, valeur, place) -> {
      if (!codeConnu.test(balise, valeur)) {
        throw new DossierRejete(dossier.bloc(place), balise, valeur, "Le code « " + valeur + " » n'existe pas dans la liste des codes de " + balise
            + ". Corrigez-le, ou demandez la correction à la CAF ou à la MSA.");
      }
    });
    List<Paiement> paiements = new ArrayList<>();
    for (Bloc acompte : dossier.racine().tous("AcompteRSA")) {
      LocalDate mois = dateObligatoire(acompte, "MOISMOUCOMPTA").withDayOfMonth(1);
      Bloc detail = acompte.un("DetailAcompteRSA");
      for (Bloc famille : detail == null ? List.<Bloc>of() : detail.enfants()) {
        for (Bloc ecriture : famille.enfants()) {
          paiements.add(paiement(famille.nom(), mois, ecriture));
        }
      }
    }
    List<Creance> creances = dossier.racine().tous("CreancesTransferees").stream().map(LectureFinanciere::creance).toList();
    return new Ecritures(cle, paiements, creances);
  }

  private static Paiement paiement(String famille, LocalDate mois, Bloc e) {
    BigDecimal montant = montant(e, "MTMOUCOMPTA");
    if (montant == null) {
      obligatoire(e, "MTMOUCOMPTA");
    }
    String sens = obligatoire(e, "SENSOPECOMPTA");
    if (!sens.equals("AJ") && !sens.equals("DE")) {
      throw new DossierRejete(e.un("SENSOPECOMPTA"), "SENSOPECOMPTA", sens, "Le sens d'une opération est AJ (ajout) ou DE (déduction).");
    }
    return new Paiement(mois, famille, obligatoire(e, "NATPFCRE"), texte(e, "TYPEOPECOMPTA"), sens, entier(e, "RGCRE"),
        entier(e, "NUMINTMOUCOMPTA"), montant,
        date(e, "DTTRAIMOUCOMPTA"));
  }

  private static Creance creance(Bloc c) {
    return new Creance(dateObligatoire(c, "DTIMPLCRE"), obligatoire(c, "NATCRE"), obligatoire(c, "RGCRE"),
        date(c, "MOISMOUCOMPTA"), texte(c, "MOTIINDU"),
        texte(c, "ORIINDU"), texte(c, "RESPINDU"), date(c, "DDREGUCRE"), date(c, "DFREGUCRE"), montant(c, "MTINICRE"),
        montant(c, "MTSOLREELCRETRANS"),
        date(c, "DTDERCREDCRETRANS"));
  }
}
