package fr.jalon.courriers.web;

import fr.jalon.courriers.application.ApercuDeModele;
import fr.jalon.courriers.application.EnregistrerModele;
import fr.jalon.courriers.domaine.Modele;
import fr.jalon.courriers.domaine.Textes;
import fr.jalon.ecran.Refus;
import fr.jalon.ecran.Versions;
import java.util.List;
import java.util.Map;

/**
 * The page where a model is changed.
 *
 * @param textes   as shown in the fields
 * @param version  of the form
 * @param refus    what was refused of it
 * @param apercu   how it reads, {@code null} when the texts cannot be merged
 * @param dossiers true when the agent may choose a real person
 */
public record PageDUnModele(Modele modele, Textes textes, Versions.EnFormulaire version, String raison, Refus refus, Apercu apercu,
    List<EnregistrerModele.Version> versions, boolean dossiers) {

  /** What the preview shows. @param q name searched; @param trouvees persons found; @param personne the one chosen, or {@code null} */
  public record Apercu(Map<String, List<String>> erreurs, ApercuDeModele.Vu vu, String q, List<ApercuDeModele.Trouvee> trouvees,
      Long personne, boolean dossiers) {}

  /** A variable as one types it. */
  public static String ecrite(String nom) {
    return "${" + nom + "}";
  }
}
