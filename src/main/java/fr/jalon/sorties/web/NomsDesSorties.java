package fr.jalon.sorties.web;

import fr.jalon.journal.NomsAuJournal;
import org.springframework.stereotype.Component;

/** What this room writes in the journal, and its screens. */
@Component
class NomsDesSorties implements NomsAuJournal {
  @Override
  public void dire(Noms noms) {
    noms.acte("SORTIE_NOTEE", "Sortie notée");
    noms.acte("SORTIE_ECARTEE", "Sortie écartée");
    noms.acte("RAPPEL_ESSAYE", "Essai de rappel noté");
    noms.acte("RAPPEL_REPONDU", "Réponse à un rappel notée");
    noms.acte("RAPPEL_DEFAIT", "Réponse à un rappel défaite");
    noms.acte("LIEN_DE_RAPPEL_OUVERT", "Lien d'un rappel ouvert");
    noms.ecran("Sorties", "/sorties", "/sorties/export");
    noms.ecran("Rappels", "/rappels", "/rappels/export", "/rappels/{rappel}/{acte:essai|reponse|retour}");
    String personne = "/sorties/personnes/{personne}";
    noms.ecran("Sorties d'une personne", personne, personne + "/nouvelle", personne + "/{sortie}/completer", personne + "/{sortie}/ecarter",
        personne + "/rappels/{rappel}/{acte:essai|reponse|retour}");
    noms.ecran("Lien d'un rappel, sans compte", "/r/rappel/{code}");
  }
}
