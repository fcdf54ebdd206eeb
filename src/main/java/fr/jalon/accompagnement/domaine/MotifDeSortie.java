package fr.jalon.accompagnement.domaine;

import java.util.Arrays;
import java.util.Optional;

/** Why a person leaves an intensive portfolio. */
public enum MotifDeSortie {
  /** She has a job. */
  EMPLOI("A trouvé un emploi"),
  /** She is in training. */
  FORMATION("Entre en formation"),
  /** The time foreseen is over. */
  FIN_DE_PERIODE("Fin de la période prévue"),
  /** She needs it no longer. */
  RETOUR_ORDINAIRE("Revient au suivi ordinaire"),
  /** She changes pathway. */
  REORIENTATION("Est réorientée"),
  /** Her follow-up is over, or another référent has it. */
  PLUS_SUIVIE("N'est plus suivie par ce référent"),
  /** She moved. */
  DEMENAGEMENT("A déménagé"),
  /** She does not want it. */
  REFUS("Ne veut plus de ce rythme"),
  /** She enters that of another référent; said by Jalon. */
  AUTRE_PORTEFEUILLE("Entre dans un autre portefeuille"),
  /** To be said in words. */
  AUTRE("Autre raison");

  private final String libelle;

  MotifDeSortie(String libelle) {
    this.libelle = libelle;
  }

  /** As agents read it. */
  public String libelle() {
    return libelle;
  }

  /** True when an agent may choose it. */
  public boolean auChoix() {
    return this != AUTRE_PORTEFEUILLE;
  }

  /** The one an address or a form names, empty when it names none that an agent may choose. */
  public static Optional<MotifDeSortie> de(String nom) {
    return Arrays.stream(values()).filter(m -> m.auChoix() && m.name().equals(nom)).findFirst();
  }
}
