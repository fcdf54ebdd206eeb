package fr.jalon.handicap.web;

import fr.jalon.ecran.CleDeFormulaire;
import fr.jalon.ecran.DatesPlausibles;
import fr.jalon.handicap.domaine.AideAuDossier;
import fr.jalon.handicap.domaine.Depot;
import fr.jalon.handicap.domaine.DroitMdph;
import fr.jalon.handicap.domaine.EtatDossierMdph;
import fr.jalon.handicap.domaine.NouveauDossier;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/** What was typed in one of the short forms of the page. @param etat the state that the page showed; @param cle number of the form */
public record FormulaireMdph(String ou, String le, String renouvelle, List<String> droits, String aide, String maison, String reference, String motif,
    String pourLe, String etat, String cle) {
  /** Absent texts are empty. */
  public FormulaireMdph {
    ou = propre(ou);
    le = propre(le);
    renouvelle = propre(renouvelle);
    droits = droits == null ? List.of() : List.copyOf(droits);
    aide = propre(aide);
    maison = propre(maison).toUpperCase(Locale.ROOT);
    reference = propre(reference);
    motif = propre(motif);
    pourLe = propre(pourLe);
    etat = propre(etat);
    cle = CleDeFormulaire.de(cle);
  }

  /** One that nobody filled. @param maison the Département; @param renouveler rights to be asked again, or none */
  static FormulaireMdph vide(LocalDate aujourdhui, String maison, List<DroitMdph> renouveler) {
    return new FormulaireMdph(null, aujourdhui.toString(), renouveler.isEmpty() ? null : "oui", renouveler.stream().map(Enum::name).toList(),
        AideAuDossier.TRAVAILLEUR_SOCIAL.name(), maison, null, null, null, null, null);
  }

  static String propre(String texte) {
    return texte == null ? "" : texte.replace("\r\n", "\n").strip();
  }

  /** One of these, {@code null} for what is none of them. */
  static <E extends Enum<E>> E parmi(Class<E> type, String texte) {
    return Arrays.stream(type.getEnumConstants()).filter(e -> e.name().equals(texte)).findFirst().orElse(null);
  }

  static List<DroitMdph> droits(List<String> coches) {
    return coches.stream().map(d -> parmi(DroitMdph.class, d)).filter(Objects::nonNull).distinct().sorted().toList();
  }

  NouveauDossier dossier(long personneId) {
    return new NouveauDossier(personneId, parmi(EtatDossierMdph.class, ou), jour(), !renouvelle.isEmpty(), droits(droits),
        parmi(AideAuDossier.class, aide), depot(), UUID.fromString(cle));
  }

  Depot depot() {
    return new Depot(jour(), maison, reference);
  }

  LocalDate jour() {
    return DatesPlausibles.lireOuRien(le);
  }

  LocalDate jourDesPapiers() {
    return DatesPlausibles.lireOuRien(pourLe);
  }

  EtatDossierMdph etatVu() {
    return parmi(EtatDossierMdph.class, etat);
  }

  /** The same under a number that has not served. */
  FormulaireMdph sousUneAutreCle() {
    return new FormulaireMdph(ou, le, renouvelle, droits, aide, maison, reference, motif, pourLe, etat, null);
  }
}
