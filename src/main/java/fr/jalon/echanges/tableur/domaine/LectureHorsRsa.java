package fr.jalon.echanges.tableur.domaine;

import fr.jalon.socle.CleDeRecherche;
import java.time.LocalDate;
import java.util.Map;

/** Reads a row as the public outside the RSA that a person is of; publics by code or by name. */
public final class LectureHorsRsa {
  private LectureHorsRsa() {}

  /** @param publicSuivi code of the public; @param cohorte {@code null} when there is none; @param depuis first day */
  public record HorsRsaLu(String publicSuivi, String cohorte, LocalDate depuis) {}

  /** @param publics those under which somebody may be registered, name by code; @return what is read, to be used when nothing is wrong only */
  public static HorsRsaLu lire(Cases cases, Map<String, String> publics, LocalDate aujourdhui) {
    String liste = String.join(" ; ", publics.values());
    cases.exiger(cases.texte(Champ.PUBLIC) != null, Champ.PUBLIC, "Il manque le public : écrivez " + liste + ".");
    String code = cases.champ(Champ.PUBLIC, texte -> {
      String cle = CleDeRecherche.de(texte);
      return publics.entrySet().stream().filter(p -> CleDeRecherche.de(p.getKey()).equals(cle) || CleDeRecherche.de(p.getValue()).equals(cle))
          .findFirst().map(Map.Entry::getKey)
          .orElseThrow(() -> new IllegalArgumentException("« " + texte + " » n'est pas un public du plan : écrivez " + liste + "."));
    });
    cases.exiger(cases.texte(Champ.NAISSANCE) != null, Champ.NAISSANCE,
        "Il manque la date de naissance : elle sert à ne pas l'inscrire deux fois.");
    cases.exiger(cases.texte(Champ.DEPUIS) != null, Champ.DEPUIS, "Il manque le premier jour de son suivi.");
    LocalDate depuis = cases.jourPasse(Champ.DEPUIS, aujourdhui, "Ce jour n'est pas encore arrivé : inscrivez-la le jour où son suivi commence.");
    String informee = cases.texte(Champ.INFORMEE);
    cases.exiger(informee != null && java.util.List.of("oui", "o", "x", "1", "vrai").contains(CleDeRecherche.de(informee)), Champ.INFORMEE,
        "Dites-lui d'abord ce qui est gardé d'elle, et qu'elle peut s'y opposer, puis écrivez oui.");
    return new HorsRsaLu(code, cases.texte(Champ.COHORTE), depuis);
  }
}
