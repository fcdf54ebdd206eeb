package fr.jalon.papiers.application;

import fr.jalon.journal.Journal;
import fr.jalon.papiers.domaine.EtatPapier;
import fr.jalon.papiers.domaine.GenreDePapier;
import fr.jalon.parametres.Parametres;
import fr.jalon.socle.Chiffrement;
import fr.jalon.socle.DocumentGarde;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the copy of a paper that was seen, when its kind permits it; gives it back to who may read it; erases it. */
@Service
public class GarderUneCopie {
  private static final String FICHIER = "fichier";
  private final JdbcClient base;
  private final RegistreDesPapiers registre;
  private final GenresDePapier genres;
  private final Chiffrement chiffrement;
  private final Parametres parametres;
  private final Journal journal;
  private final Clock horloge;

  GarderUneCopie(JdbcClient base, RegistreDesPapiers registre, GenresDePapier genres, Chiffrement chiffrement, Parametres parametres,
      Journal journal, Clock horloge) {
    this.base = base;
    this.registre = registre;
    this.genres = genres;
    this.chiffrement = chiffrement;
    this.parametres = parametres;
    this.journal = journal;
    this.horloge = horloge;
  }

  private record Gardee(long personneId, String genre, String nom, String nature, byte[] contenuChiffre) {}

  /**
   * @param nom as sent, may be {@code null}
   * @throws RefusMetier its kind is looked at and not copied, its copies are kept by others, there is one already, or what is sent is empty, too big,
   *     or neither a PDF nor an image
   */
  @Transactional
  public void executer(long personneId, long papier, String nom, byte[] contenu) {
    RegistreDesPapiers.Papier lu = registre.exiger(personneId, papier);
    Optional<GenreDePapier> genre = genres.genre(lu.genre());
    boolean reservee = genre.map(GenreDePapier::reservee).orElse(true);
    Fautes fautes = new Fautes()
        .exiger(lu.etat() == EtatPapier.VU, FICHIER, "COPIE_SANS_PAPIER", "Ce papier n'est pas noté « vu » : notez-le d'abord.")
        .exiger(genre.filter(GenreDePapier::copie).isPresent(), FICHIER, "COPIE_INTERDITE",
            "Ce papier se regarde et se rend : votre Département n'en garde pas de copie. Qu'il a été vu est noté.")
        .exiger(!reservee || registre.litLesReservees(), FICHIER, "COPIE_RESERVEE",
            "La copie de ce papier est gardée par le référent ou le secrétariat du Département : votre rôle ne l'ouvre pas.");
    fautes.lever();
    LocalDate aujourdhui = LocalDate.now(horloge);
    DocumentGarde d = DocumentGarde.recevoir(fautes, FICHIER, nom, contenu,
        Integer.parseInt(parametres.valeur("papiers.copie_taille", aujourdhui).texte()));
    fautes.lever();
    int gardee = base.sql("""
        insert into papiers.copie (personne_id, papier_id, reservee, nom, nature, taille, contenu_chiffre, deposee_par, deposee_le)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""").params(personneId, papier, reservee, d.nom(), d.nature().name(), d.taille(),
        d.chiffrer(chiffrement), registre.moi(), OffsetDateTime.now(horloge)).update();
    fautes.exiger(gardee == 1, FICHIER, "COPIE_DEJA_GARDEE", "La copie de ce papier est déjà gardée. Effacez-la d'abord si celle-ci est la bonne.")
        .lever();
    journal.tracer("PAPIER_COPIE_GARDEE", personneId, null, genres.libelle(lu.genre()));
  }

  /** The copy, for who may read it; the journal says who did. */
  @Transactional
  public Optional<DocumentGarde> lire(long copie) {
    Optional<Gardee> gardee = base.sql("""
        select c.personne_id, p.genre, c.nom, c.nature, c.contenu_chiffre from papiers.copie c join papiers.papier p on p.id = c.papier_id
        where c.id = ? and c.effacee_le is null""").param(copie).query(Gardee.class).optional();
    gardee.ifPresent(g -> journal.tracer("CONSULTATION", g.personneId(), null, "Copie d'un papier : " + genres.libelle(g.genre())));
    return gardee.map(g -> DocumentGarde.ouvrir(chiffrement, g.nom(), g.nature(), g.contenuChiffre()));
  }

  /**
   * Erases the copy of a paper; that it was seen stays. Erased twice is erased once.
   *
   * @throws RefusMetier when it is not hers to read
   */
  @Transactional
  public void effacer(long personneId, long papier) {
    RegistreDesPapiers.Papier lu = registre.exiger(personneId, papier);
    if (genres.genre(lu.genre()).map(GenreDePapier::reservee).orElse(true) && !registre.litLesReservees()) {
      throw new RefusMetier("COPIE_A_D_AUTRES", "La copie de ce papier n'est pas à vous : demandez au référent de la personne de l'effacer.");
    }
    int effacee = base.sql("""
        update papiers.copie set contenu_chiffre = null, nom = null, effacee_le = ?, effacee_par = ? where papier_id = ? and effacee_le is null""")
        .params(OffsetDateTime.now(horloge), registre.moi(), papier).update();
    if (effacee == 1) {
      journal.tracer("PAPIER_COPIE_EFFACEE", personneId, null, genres.libelle(lu.genre()));
    }
  }
}
