package fr.jalon.echanges.caf.flux;

/** The file is refused whole: nothing is loaded. The message says, in French, what is wrong and what to do. */
public class FluxRefuse extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int ligne;
  private final String balise;
  private final boolean ecartSeul;

  /**
   * @param ligne     line of the file, 0 when it makes no sense
   * @param balise    tag concerned or null
   * @param ecartSeul true when only the totals disagree: a named agent may accept it
   */
  public FluxRefuse(String message, int ligne, String balise, boolean ecartSeul) {
    super(message);
    this.ligne = ligne;
    this.balise = balise;
    this.ecartSeul = ecartSeul;
  }

  /** A refusal at a line and a tag. */
  public FluxRefuse(String message, int ligne, String balise) {
    this(message, ligne, balise, false);
  }

  /** The file does not say what it is. */
  public static FluxRefuse sansEnTete(int ligne) {
    return new FluxRefuse("Le fichier n'a pas d'en-tête (bloc IdentificationFlux) : ce n'est pas un fichier RSA de la CAF ou de la MSA. "
        + "Vérifiez le fichier déposé.", ligne, "IdentificationFlux");
  }

  /** It says twice what it is. */
  public static FluxRefuse deuxEnTetes(int ligne) {
    return new FluxRefuse("Le fichier a deux en-têtes (bloc IdentificationFlux) : ce sont deux fichiers mis bout à bout. "
        + "Déposez-les l'un après l'autre.", ligne, "IdentificationFlux");
  }

  /** The end of the file is missing: nothing says how many claims were sent. */
  public static FluxRefuse incomplet(int ligne) {
    return new FluxRefuse("Le fichier est incomplet : il ne dit pas à la fin combien de dossiers ont été envoyés (bloc TransmissionFlux). "
        + "Rien n'a été chargé. Téléchargez-le de nouveau ou demandez-le à la CAF ou à la MSA.", ligne, "TransmissionFlux");
  }

  /** The file does not hold as many claims as it says. @param ligne where it says so */
  public static FluxRefuse total(int annonces, int lus, int ligne) {
    return new FluxRefuse("Le fichier annonce " + annonces + (annonces < 2 ? " dossier" : " dossiers") + " et en contient " + lus
        + " (balise NBTOTDOSRSATRANSM, ligne " + ligne + "). Rien n'a été chargé. Demandez un fichier juste, ou faites accepter l'écart avec une raison.",
        ligne, "NBTOTDOSRSATRANSM", true);
  }

  public int ligne() {
    return ligne;
  }

  public String balise() {
    return balise;
  }

  /** True when only the totals disagree. */
  public boolean ecartSeul() {
    return ecartSeul;
  }
}
