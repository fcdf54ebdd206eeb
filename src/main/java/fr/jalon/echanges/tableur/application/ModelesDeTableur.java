package fr.jalon.echanges.tableur.application;

import fr.jalon.sorties.domaine.GenreDeContrat;
import fr.jalon.sorties.domaine.RaisonDeSortie;
import fr.jalon.allocataires.InscriptionsHorsRsa;
import fr.jalon.carnet.application.ThemesDuCarnet;
import fr.jalon.carnet.domaine.Theme;
import fr.jalon.diagnostic.application.ThemesDuDiagnostic;
import fr.jalon.diagnostic.domaine.Rubrique;
import fr.jalon.echanges.tableur.domaine.Champ;
import fr.jalon.echanges.tableur.domaine.GenreDeTableur;
import fr.jalon.ecran.Classeur.ColonneDeModele;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The columns of the spreadsheets to fill in, each with what it holds and how to write it; lists are those of this Département. */
@Component
public class ModelesDeTableur {
  private static final String NUMERO = "Facultatif : dit qui elle est, mieux que son nom.";
  private final ThemesDuDiagnostic themes;
  private final ThemesDuCarnet duCarnet;
  private final InscriptionsHorsRsa inscriptions;
  private final Clock horloge;

  ModelesDeTableur(ThemesDuDiagnostic themes, ThemesDuCarnet duCarnet, InscriptionsHorsRsa inscriptions, Clock horloge) {
    this.themes = themes;
    this.duCarnet = duCarnet;
    this.inscriptions = inscriptions;
    this.horloge = horloge;
  }

  /** In the order of the template. */
  public List<ColonneDeModele> colonnes(GenreDeTableur genre) {
    return genre.champs().stream().map(c -> new ColonneDeModele(c.libelle(), genre.exige(c), dire(genre, c), c.exemple())).toList();
  }

  private String dire(GenreDeTableur genre, Champ champ) {
    return switch (champ) {
      case NOM -> "Nom d'usage ou de naissance.";
      case PRENOM -> "Prénom.";
      case NAISSANCE -> genre == GenreDeTableur.HORS_RSA ? "jj/mm/aaaa. Elle sert à ne pas inscrire deux fois la même personne."
          : "jj/mm/aaaa. Avec le nom et le prénom, elle dit qui est la personne quand aucun numéro n'est donné.";
      case NIR, MATRICULE, NUMERO_DEMANDE, IDENTIFIANT_FT -> NUMERO;
      case CIVILITE -> "M. ou Mme.";
      case COMMUNE -> "Nom de la commune, avec son code postal dans l'autre colonne. Son territoire en vient.";
      case CODE_COMMUNE -> "À la place du nom de la commune, si vous l'avez.";
      case ORGANISATION -> "Qui la suit : nom ou code d'une organisation connue de Jalon. Vide si vous donnez le référent.";
      case REFERENT -> "Qui la suit : le courriel d'un référent connu de Jalon. Vide si personne encore.";
      case CONTACT_LE -> "jj/mm/aaaa, un jour passé. Une ligne par contact : une personne peut en avoir plusieurs.";
      case CONTACT_GENRE -> "Au bureau, téléphone, domicile, visio, courriel ou rencontre.";
      case PRESENCE -> "Présente, excusée ou absente. Vide : présente.";
      case DUREE -> "En minutes, ou 1 h 30.";
      case TENU_PAR -> "Courriel ou nom du référent qui l'a tenu, s'il est connu de Jalon.";
      case DIT -> "Ce qui s'est dit, en une note courte : 4 000 caractères au plus. Ni maladie, ni traitement.";
      case DECIDE -> "Ce qui a été décidé : 2 000 caractères au plus.";
      case ECRIT_LE -> "jj/mm/aaaa, un jour passé : celui dont l'écrit parle.";
      case TEXTE -> "Des faits utiles à son parcours, en 2 000 caractères au plus. Ni maladie, ni traitement, ni jugement.";
      case AUTEUR -> "Le nom de qui l'avait écrit : il est dit à la fin du texte.";
      case THEME -> genre == GenreDeTableur.CARNET ? "Un de ceux que vous lisez : " + duCarnet.tous().stream().map(Theme::libelle)
          .collect(Collectors.joining(" ; ")) + "." : "Un de ceux-ci : " + themes.au(LocalDate.now(horloge)).themes().stream().map(Rubrique::libelle).collect(Collectors.joining(" ; "))
          + ". La santé demande un rôle qui permet de l'écrire.";
      case NIVEAU -> "Sans impact, moyen ou fort.";
      case OUVERT_LE -> "jj/mm/aaaa : le jour où le frein a été constaté.";
      case LEVE_EN_PARTIE_LE, LEVE_LE -> "jj/mm/aaaa, pas avant qu'il soit ouvert. Vide s'il pèse encore.";
      case ACTION -> "Ce qui est fait pour le lever, du nom que lui donne Jalon ou librement. Une ligne de plus pour une autre action.";
      case ACTION_ETAT -> "Prévue, en cours, faite ou abandonnée. Vide : prévue.";
      case ACTION_LE -> "jj/mm/aaaa : depuis quand l'action en est là, ou le jour pour lequel elle est prévue.";
      case SORTIE_RAISON -> "Une de celles-ci : " + java.util.Arrays.stream(RaisonDeSortie.values()).map(RaisonDeSortie::libelle)
          .collect(Collectors.joining(" ; ")) + ".";
      case SORTIE_LE -> "jj/mm/aaaa : le premier jour de l'emploi ou de la formation ; sinon, le jour où le droit a fini.";
      case CONTRAT -> "Pour un emploi : " + java.util.Arrays.stream(GenreDeContrat.values()).map(GenreDeContrat::libelle)
          .collect(Collectors.joining(" ; ")) + ".";
      case SORTIE_FIN -> "jj/mm/aaaa. Vide s'il n'y en a pas, ou si vous ne savez pas.";
      case HEURES_EMPLOI -> "Entre 1 et 60.";
      case METIER -> "Code ou nom du ROME.";
      case CONTRAT_DEPUIS -> "jj/mm/aaaa. Une ligne par personne : elle a un contrat à la fois.";
      case CONTRAT_FIN -> "jj/mm/aaaa, aujourd'hui ou après : on reprend les contrats en vigueur.";
      case CONTRAT_SIGNE_LE -> "jj/mm/aaaa, un jour passé, depuis le début de son suivi d'aujourd'hui.";
      case INTENSITE -> "Ordinaire, renforcée ou intensive. Vide : ordinaire.";
      case OBJECTIFS -> "Au moins un ; plusieurs se séparent par une barre : Passer le permis | Chercher un logement. Ni maladie, ni traitement.";
      case HEURES -> "Heures d'activité par semaine prévues au contrat : 15, ou 7,5. Vide si ce n'est pas dit.";
      case PUBLIC -> "Un de ceux-ci : " + String.join(" ; ", inscriptions.publics().values()) + ".";
      case COHORTE -> "Nom de la cohorte ou du dispositif, s'il y en a un.";
      case DEPUIS -> "jj/mm/aaaa : le premier jour de son suivi.";
      case INFORMEE -> "oui : elle sait ce qui est gardé d'elle et qu'elle peut s'y opposer. Sinon, dites-le-lui d'abord.";
      default -> "Facultatif.";
    };
  }
}
