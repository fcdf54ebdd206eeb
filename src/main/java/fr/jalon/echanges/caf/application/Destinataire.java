package fr.jalon.echanges.caf.application;

import fr.jalon.echanges.caf.flux.Dossier.Bloc;
import fr.jalon.echanges.caf.flux.FluxRefuse;
import fr.jalon.echanges.caf.flux.LectureIdentification;
import fr.jalon.structures.Structures;

/** The Département of this instance: a file addressed to another one is refused. */
final class Destinataire {
  private final Structures structures;
  private String code;

  Destinataire(Structures structures) {
    this.structures = structures;
  }

  /** Its code, e.g. {@code 07}. */
  String code() {
    if (code == null) {
      code = structures.departement().code();
    }
    return code;
  }

  /** @throws FluxRefuse when the block names another Département; one that names none says nothing */
  void verifier(Bloc destinataire) {
    if (destinataire != null && destinataire.texte() != null && !LectureIdentification.sansZeros(destinataire.texte())
        .equals(LectureIdentification.sansZeros(code()))) {
      throw new FluxRefuse("Ce fichier est destiné au Département " + destinataire.texte() + " (balise IDEPARTE, ligne " + destinataire.ligne()
          + "), et cette instance est celle du " + code() + ". Rien n'a été chargé. Déposez le fichier de votre Département.",
          destinataire.ligne(), "IDEPARTE");
    }
  }
}
