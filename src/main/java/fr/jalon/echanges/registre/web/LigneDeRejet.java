package fr.jalon.echanges.registre.web;

import fr.jalon.allocataires.Libelles;
import fr.jalon.echanges.registre.lecture.ListeDesRejets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reject as shown.
 *
 * @param balise what the tag is, in words, or {@code null}
 * @param codes  the codes the tag takes and what each means; empty when it has no list
 */
public record LigneDeRejet(ListeDesRejets.Ligne rejet, String balise, Map<String, String> codes) {
  private static final Pattern DATE_FRANCAISE = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
  private static final Map<String, String> BALISES = Map.ofEntries(Map.entry("NIR", "numéro de sécurité sociale"), Map.entry("NOM", "nom d'usage"),
      Map.entry("NOMNAI", "nom de naissance"), Map.entry("PRENOM", "prénom"), Map.entry("DTNAI", "date de naissance"), Map.entry("QUAL", "civilité"),
      Map.entry("SEXE", "sexe"), Map.entry("ETATDOSRSA", "état du droit"), Map.entry("MOTICLORSA", "motif de fin de droit"),
      Map.entry("SITFAM", "situation de famille"),
      Map.entry("ROLEPERS", "rôle de la personne"), Map.entry("NATPF", "prestation"), Map.entry("NATPFCRE", "prestation"),
      Map.entry("NUMDEMRSA", "numéro de demande"),
      Map.entry("DTDEMRSA", "date de demande"), Map.entry("MATRICULE", "numéro d'allocataire"), Map.entry("FONORG", "organisme"),
      Map.entry("NUMORG", "numéro d'organisme"),
      Map.entry("ACT", "activité"), Map.entry("REG", "régime"), Map.entry("NATRESS", "nature de ressource"), Map.entry("MTMOUCOMPTA", "montant"),
      Map.entry("SENSOPECOMPTA", "sens de l'opération"), Map.entry("DTEMM", "date d'emménagement"), Map.entry("NUMCOM", "code de la commune"),
      Map.entry("Personne", "les personnes du dossier"), Map.entry("NATPREST", "prestation du rôle"),
      Map.entry("IDEPARTE", "Département destinataire"));

  static List<LigneDeRejet> de(List<ListeDesRejets.Ligne> lignes, Libelles libelles) {
    return lignes.stream().map(l -> de(l, libelles)).toList();
  }

  static LigneDeRejet de(ListeDesRejets.Ligne l, Libelles libelles) {
    return new LigneDeRejet(l, BALISES.get(l.balise()), l.corrigeable() ? libelles.codes(l.balise()) : Map.of());
  }

  /** A date may be typed as one writes it: {@code 28/02/1982} becomes {@code 1982-02-28}. */
  static String saisie(String balise, String valeur) {
    Matcher m = DATE_FRANCAISE.matcher(valeur.strip());
    boolean date = balise.matches("(DT|DD|DF|MOIS).*");
    return date && m.matches() ? String.format(Locale.ROOT, "%s-%02d-%02d", m.group(3), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(1)))
        : valeur.strip();
  }

  /** True for a date. */
  public boolean date() {
    return rejet.balise().matches("(DT|DD|DF|MOIS).*");
  }
}
