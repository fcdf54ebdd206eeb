package fr.jalon.echanges.caf.application;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import fr.jalon.echanges.caf.vraisemblance.Raison;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What loading a file gave; the order of the fields is that of the command's JSON.
 *
 * @param statut  CHARGE, DEJA_CHARGE, REFUSE, RETENU (it does not look like the one before) or ANNULE
 * @param motif   French sentence when it is not loaded now, else null
 * @param ligne   line concerned, or null
 * @param raisons why it is held, or what was accepted; empty otherwise
 */
@JsonPropertyOrder({"fichier", "sha256", "format", "nature", "dateReference", "statut", "motif", "ligne", "dossiersAnnonces", "dossiersLus", "foyers",
    "personnes", "rejets", "nouveauxEntrants", "dureeMs", "raisons"})
public record Rapport(String fichier, String sha256, String format, String nature, LocalDate dateReference, String statut,
String motif, Integer ligne,
    Integer dossiersAnnonces, int dossiersLus, Foyers foyers, Personnes personnes, List<Rejet> rejets, int nouveauxEntrants, long dureeMs,
    List<Raison> raisons, @JsonIgnore Long importId, @JsonIgnore Map<String, Integer> mouvements, @JsonIgnore boolean ecartSeul) {

  /** Foyers created, changed, unchanged. */
  public record Foyers(int crees, int modifies, int inchanges) {}

  /** Persons created, changed, unchanged. */
  public record Personnes(int creees, int modifiees, int inchangees) {}

  /** A dossier rejected alone; the value of a NIR is never given. */
  public record Rejet(int ligne, String numeroDemande, String balise, String valeur, String raison) {}

  /** True when nothing must be corrected: loaded now or before. */
  public boolean charge() {
    return "CHARGE".equals(statut) || "DEJA_CHARGE".equals(statut);
  }
}
