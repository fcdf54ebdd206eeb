package fr.jalon.papiers.application;

import fr.jalon.habilitations.QuiLAFait;
import fr.jalon.journal.Journal;
import fr.jalon.papiers.domaine.EtatPapier;
import fr.jalon.papiers.domaine.GenreDePapier;
import fr.jalon.papiers.domaine.NouveauPapier;
import fr.jalon.papiers.domaine.PapierDemande;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes that a person showed a paper; one that was asked of her is received. No number is written. */
@Service
public class NoterUnPapier {
  private final JdbcClient base;
  private final RegistreDesPapiers registre;
  private final GenresDePapier genres;
  private final Journal journal;
  private final Clock horloge;
  private final QuiLAFait quiLAFait;

  NoterUnPapier(JdbcClient base, RegistreDesPapiers registre, GenresDePapier genres, Journal journal, Clock horloge, QuiLAFait quiLAFait) {
    this.quiLAFait = quiLAFait;
    this.base = base;
    this.registre = registre;
    this.genres = genres;
    this.journal = journal;
    this.horloge = horloge;
  }

  /**
   * Writes it, once.
   *
   * @throws RefusMetier a field is wrong, she is no longer to be seen, or the form served for something else
   */
  @Transactional
  public void executer(NouveauPapier p) {
    registre.exigerVisible(p.personneId());
    p.verifier(LocalDate.now(horloge));
    if (registre.dejaEcrit(p.personneId(), p.genre().code(), p.cle())) {
      return;
    }
    List<Long> attendus = registre.attendus(p.personneId(), p.genre().code());
    if (!attendus.isEmpty()) {
      recu(attendus.getFirst(), p);
      return;
    }
    Optional<Long> ecrit = base.sql("""
        insert into papiers.papier (personne_id, genre, etat, etat_depuis, vu_le, vu_par, valable_jusqu_au, cle) values (?, ?, 'VU', ?, ?, ?, ?, ?)
        on conflict (cle) do nothing returning id""")
        .params(p.personneId(), p.genre().code(), OffsetDateTime.now(horloge), p.vuLe(), registre.moi(), p.valableJusquAu(), p.cle())
        .query(Long.class).optional();
    if (ecrit.isEmpty()) {
      registre.dejaEcrit(p.personneId(), p.genre().code(), p.cle());
      return;
    }
    registre.naitre(ecrit.get());
    journal.tracer("PAPIER_VU", p.personneId(), null, p.genre().libelle());
  }

  /**
   * It was asked, and came.
   *
   * @param jusquAu the day written on it, for the kinds that bear one
   * @throws RefusMetier a field is wrong, or nobody awaits it any more
   */
  @Transactional
  public void recevoir(long personneId, long papier, LocalDate vuLe, LocalDate jusquAu, UUID cle) {
    RegistreDesPapiers.Papier lu = registre.exiger(personneId, papier);
    if (registre.dejaEcrit(personneId, lu.genre(), cle)) {
      return;
    }
    GenreDePapier genre = genres.genre(lu.genre()).orElseThrow(() -> new RefusMetier("GENRE_DISPARU",
        "Votre Département ne demande plus ce genre de papier : dites qu'il n'est plus nécessaire."));
    NouveauPapier p = new NouveauPapier(personneId, genre, vuLe, jusquAu, cle);
    if (lu.etat() == EtatPapier.ATTENDU) {
      p.verifier(LocalDate.now(horloge));
    }
    recu(papier, p);
  }

  private void recu(long papier, NouveauPapier p) {
    Map<String, Object> valeurs = new HashMap<>();
    valeurs.put("vuLe", p.vuLe());
    valeurs.put("moi", registre.moi());
    valeurs.put("jusquAu", p.vuLe() == null ? null : p.valableJusquAu());
    valeurs.put("cle", p.cle());
    exigerAttendu(papier, registre.passer(papier, EtatPapier.VU,
        "vu_le = :vuLe, vu_par = :moi, valable_jusqu_au = :jusquAu::date, cle = :cle", valeurs, null));
    journal.tracer("PAPIER_RECU", p.personneId(), null, p.genre().libelle());
    if (!p.genre().plusieurs()) {
      // the same, asked on each of two records that were found to be hers
      registre.attendus(p.personneId(), p.genre().code())
          .forEach(autre -> registre.passer(autre, EtatPapier.PLUS_NECESSAIRE, "", Map.of(), "Demandé deux fois, reçu une"));
    }
  }

  /**
   * It was asked, and nobody wants it any more.
   *
   * @throws RefusMetier no reason is said, or nobody awaits it any more
   */
  @Transactional
  public void plusNecessaire(long personneId, long papier, String motif) {
    RegistreDesPapiers.Papier lu = registre.exiger(personneId, papier);
    new Fautes().exiger(motif != null && !motif.isBlank() && motif.length() <= PapierDemande.RAISON, "motif", "PLUS_NECESSAIRE_SANS_RAISON",
        "Dites pourquoi il n'est plus nécessaire, en %d caractères au plus.".formatted(PapierDemande.RAISON)).lever();
    exigerAttendu(papier, registre.passer(papier, EtatPapier.PLUS_NECESSAIRE, "", Map.of(), motif.strip()));
    journal.tracer("PAPIER_PLUS_NECESSAIRE", personneId, null, genres.libelle(lu.genre()));
  }

  private void exigerAttendu(long papier, boolean passe) {
    if (!passe) {
      throw new RefusMetier("PAPIER_PLUS_ATTENDU",
          "%s : la page le montre maintenant. Rien n'est changé.".formatted(quiLAFait.dernier(RegistreDesPapiers.PAPIERS, papier,
              "déjà noté ce papier reçu, ou plus nécessaire,")));
    }
  }
}
