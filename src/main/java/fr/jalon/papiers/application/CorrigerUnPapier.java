package fr.jalon.papiers.application;

import fr.jalon.habilitations.QuiLAFait;
import fr.jalon.journal.Journal;
import fr.jalon.papiers.domaine.EtatPapier;
import fr.jalon.papiers.domaine.GenreDePapier;
import fr.jalon.papiers.domaine.PapierDemande;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Corrects what was noted of a paper: what it said before stays readable, with who changed it and why. One noted by mistake counts for nothing. */
@Service
public class CorrigerUnPapier {
  private final JdbcClient base;
  private final RegistreDesPapiers registre;
  private final GenresDePapier genres;
  private final GarderUneCopie copies;
  private final Journal journal;
  private final Clock horloge;
  private final QuiLAFait quiLAFait;

  CorrigerUnPapier(JdbcClient base, RegistreDesPapiers registre, GenresDePapier genres, GarderUneCopie copies, Journal journal, Clock horloge,
      QuiLAFait quiLAFait) {
    this.quiLAFait = quiLAFait;
    this.base = base;
    this.registre = registre;
    this.genres = genres;
    this.copies = copies;
    this.journal = journal;
    this.horloge = horloge;
  }

  /**
   * @param jusquAu the day written on it, for the kinds that bear one
   * @param vues    how many corrections the page showed
   * @throws RefusMetier a field is wrong, somebody corrected it meanwhile, or it is no longer a paper seen
   */
  @Transactional
  public void executer(long personneId, long papier, LocalDate vuLe, LocalDate jusquAu, String motif, int vues) {
    RegistreDesPapiers.Papier lu = exigerVu(personneId, papier);
    GenreDePapier genre = genres.genre(lu.genre()).orElse(null);
    Fautes fautes = new Fautes();
    GenreDePapier.exigerLesJours(fautes, genre, vuLe, jusquAu, LocalDate.now(horloge));
    fautes.exiger(genre != null || vuLe == null || lu.valableJusquAu() == null || !vuLe.isAfter(lu.valableJusquAu()), "vuLe", "VU_APRES_SA_FIN",
        "Ce papier n'était plus valable ce jour-là, et votre Département n'en demande plus de ce genre : vérifiez le jour.");
    exigerLaRaison(fautes, motif).lever();
    int corrections = base.sql("select count(*) from papiers.version where papier_id = ?").param(papier).query(Integer.class).single();
    if (corrections != vues) {
      throw new RefusMetier("PAPIER_CORRIGE_ENTRE_TEMPS",
          "Ce papier a été corrigé pendant que vous écriviez : la page le montre maintenant. Votre saisie est gardée ; relisez, puis "
              + "enregistrez de nouveau.");
    }
    LocalDate fin = genre == null ? lu.valableJusquAu() : genre.valableJusquAu(vuLe, jusquAu);
    if (vuLe.equals(lu.vuLe()) && Objects.equals(fin, lu.valableJusquAu())) {
      return;
    }
    base.sql("""
        insert into papiers.version (personne_id, papier_id, vu_le, valable_jusqu_au, motif, corrige_par, corrige_le) values (?, ?, ?, ?, ?, ?, ?)""")
        .params(personneId, papier, lu.vuLe(), lu.valableJusquAu(), motif.strip(), registre.moi(), OffsetDateTime.now(horloge)).update();
    base.sql("update papiers.papier set vu_le = ?, valable_jusqu_au = ? where id = ?").params(vuLe, fin, papier).update();
    journal.tracer("PAPIER_CORRIGE", personneId, null, genres.libelle(lu.genre()));
  }

  /**
   * Noted by mistake, on another person for one. Its copy goes with it; the next night when it is not the agent's to read.
   *
   * @throws RefusMetier no reason is said, or it is no longer a paper seen
   */
  @Transactional
  public void ecarter(long personneId, long papier, String motif) {
    RegistreDesPapiers.Papier lu = exigerVu(personneId, papier);
    exigerLaRaison(new Fautes(), motif).lever();
    if (base.sql("select exists (select from papiers.copie where papier_id = ? and effacee_le is null)").param(papier)
        .query(Boolean.class).single()) {
      copies.effacer(personneId, papier);
    }
    registre.passer(papier, EtatPapier.ECARTE, "", Map.of(), motif.strip());
    journal.tracer("PAPIER_ECARTE", personneId, null, genres.libelle(lu.genre()));
  }

  private RegistreDesPapiers.Papier exigerVu(long personneId, long papier) {
    RegistreDesPapiers.Papier lu = registre.exiger(personneId, papier);
    if (lu.etat() != EtatPapier.VU) {
      throw new RefusMetier("PAPIER_PAS_VU", "%s : la page le montre maintenant. Rien n'est corrigé.".formatted(
          quiLAFait.dernier(RegistreDesPapiers.PAPIERS, papier, "changé ce papier")));
    }
    return lu;
  }

  private static Fautes exigerLaRaison(Fautes fautes, String motif) {
    return fautes.exiger(motif != null && !motif.isBlank() && motif.length() <= PapierDemande.RAISON, "motif", "PAPIER_SANS_RAISON",
        "Dites pourquoi, en %d caractères au plus.".formatted(PapierDemande.RAISON));
  }
}
