package fr.jalon.carnet.application;

import fr.jalon.allocataires.DonneesDeLaPersonne;
import fr.jalon.carnet.domaine.Sorte;
import fr.jalon.carnet.domaine.Theme;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What this room holds about persons, in words she reads: nothing of it is needed for the figures of past years. What points to an entry goes before
 * it.
 */
@Component
class DonneesDuCarnet implements DonneesDeLaPersonne {
  private static final String SORTES = Arrays.stream(Sorte.values()).map(s -> quand(s.name(), s.libelle())).collect(Collectors.joining());
  private static final String GENRE = "case x.genre when 'TACHE' then 'Une tâche à faire' when 'REPONSE' then 'Une réponse à lire' "
      + "else 'À lire' end as genre";
  private static final String LU_PAR = """
      (select string_agg(case s %s else s end, ', ') from unnest(x.lecteurs) s) as lecteurs""".formatted(SORTES);
  private static final String FERMEE_A = """
      (select string_agg(coalesce((select o.nom from structures.organisation o where 'organisation:' || o.id = s), case s %s else s end), ', ')
        from unnest(x.fermee_a) s) as fermee_a""".formatted(SORTES);

  private final ThemesDuCarnet themes;

  DonneesDuCarnet(ThemesDuCarnet themes) {
    this.themes = themes;
  }

  @Override
  public List<Table> tables() {
    String theme = "case x.theme " + themes.tous().stream().map((Theme t) -> quand(t.code(), t.libelle()))
        .collect(Collectors.joining()) + " else x.theme end as theme";
    return List.of(
        Table.de("carnet.demande", De.PERSONNE, "Ce que les professionnels se sont demandé dans votre carnet")
            .dit(GENRE + ", " + noms("pour") + ", x.limite, " + noms("demandee_par") + ", x.demandee_le, x.faite_le, " + noms("faite_par")).efface(),
        Table.de("carnet.document", De.PERSONNE, "Les documents joints à votre carnet")
            .dit("x.nom, case x.nature when 'PDF' then 'un document PDF' else 'une image' end as nature, "
                + "greatest(1, x.taille / 1024) || ' Ko' as taille, " + noms("depose_par") + ", x.depose_le").efface().deSante(),
        Table.de("carnet.version", De.PERSONNE, "Ce que disait votre carnet avant d'être corrigé")
            .dit("x.le, x.texte, x.motif, " + noms("auteur") + ", " + noms("corrige_par") + ", x.corrige_le").efface().deSante(),
        Table.de("carnet.mesure", De.PERSONNE, "Ce qui est compté de votre carnet, sans son texte")
            .dit("case x.genre when 'TACHE' then 'Une tâche' else 'Un écrit' end as genre, case x.sorte " + SORTES
                + " else x.sorte end as sorte, x.le, x.faite_le").efface(),
        Table.de("carnet.entree", De.PERSONNE, "Votre carnet partagé")
            .dit("x.le, " + theme + ", x.texte, " + noms("auteur") + ", x.ecrit_le, " + LU_PAR + ", " + FERMEE_A).efface().deSante(),
        Table.de("carnet.lecture", De.PERSONNE, "Jusqu'où chaque professionnel a lu votre carnet").dit(noms("agent") + ", x.lue_le").efface(),
        Table.de("carnet.opposition", De.PERSONNE, "À qui vous vous opposez que votre carnet soit montré")
            .dit("case x.sorte " + SORTES + " else x.sorte end as sorte, (select o.nom from structures.organisation o where o.id = x.organisation_id) "
                + "as organisation, x.dite_le, " + noms("ecrit_par") + ", x.levee_le, " + noms("levee_par")).efface());
  }

  /** The name of who it is, not her login. */
  private static String noms(String colonne) {
    return "habilitations.nom_agent(x." + colonne + ") as " + colonne;
  }

  private static String quand(String code, String libelle) {
    return " when '%s' then '%s'".formatted(code, libelle.replace("'", "''"));
  }
}
