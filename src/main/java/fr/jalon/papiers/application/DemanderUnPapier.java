package fr.jalon.papiers.application;

import fr.jalon.ecran.Francais;
import fr.jalon.journal.Journal;
import fr.jalon.papiers.domaine.PapierDemande;
import fr.jalon.papiers.lecture.PapiersDUnePersonne;
import fr.jalon.papiers.lecture.PapiersDUnePersonne.Attendu;
import fr.jalon.papiers.lecture.PapiersDUnePersonne.DejaVu;
import fr.jalon.parametres.Parametres;
import fr.jalon.socle.Fautes;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks a person for a paper, for a day. One that she showed and that is still good is not asked again (L. 113-12 and L. 114-8 CRPA), unless somebody
 * says what changed.
 */
@Service
public class DemanderUnPapier {
  private final JdbcClient base;
  private final RegistreDesPapiers registre;
  private final PapiersDUnePersonne papiers;
  private final Parametres parametres;
  private final Journal journal;
  private final Clock horloge;

  DemanderUnPapier(JdbcClient base, RegistreDesPapiers registre, PapiersDUnePersonne papiers, Parametres parametres, Journal journal, Clock horloge) {
    this.base = base;
    this.registre = registre;
    this.papiers = papiers;
    this.parametres = parametres;
    this.journal = journal;
    this.horloge = horloge;
  }

  /**
   * Asks it, once.
   *
   * @throws fr.jalon.socle.RefusMetier a field is wrong, she showed it and it is still good, it is asked already, or she is no longer to be seen
   */
  @Transactional
  public void executer(PapierDemande d) {
    registre.exigerVisible(d.personneId());
    LocalDate aujourdhui = LocalDate.now(horloge);
    Fautes fautes = d.fautes(aujourdhui);
    if (d.genre() != null) {
      if (registre.dejaEcrit(d.personneId(), d.genre().code(), d.cle())) {
        return;
      }
      // first, for it waits for a colleague who is noting that she showed it
      boolean attendu = !registre.attendus(d.personneId(), d.genre().code()).isEmpty();
      refuserCeQuiEstVu(d, aujourdhui, fautes);
      if (attendu) {
        refuserCeQuiEstAttendu(d, fautes);
      }
    }
    fautes.lever();
    Optional<Long> ecrit = base.sql("""
        insert into papiers.papier (personne_id, genre, etat, etat_depuis, demande_par, demande_le, pour_le, raison, cle)
        values (?, ?, 'ATTENDU', ?, ?, ?, ?, ?, ?) on conflict (cle) do nothing returning id""")
        .params(d.personneId(), d.genre().code(), OffsetDateTime.now(horloge), registre.moi(), OffsetDateTime.now(horloge), d.pourLe(),
            d.raison().strip(), d.cle()).query(Long.class).optional();
    if (ecrit.isEmpty()) {
      registre.dejaEcrit(d.personneId(), d.genre().code(), d.cle());
      return;
    }
    registre.naitre(ecrit.get());
    journal.tracer("PAPIER_DEMANDE", d.personneId(), null, d.genre().libelle());
  }

  private void refuserCeQuiEstVu(PapierDemande d, LocalDate aujourdhui, Fautes fautes) {
    LocalDate bientot = aujourdhui.plusDays(parametres.jours("papiers.a_renouveler", aujourdhui));
    if (!d.genre().plusieurs() && d.raison().isBlank()) {
      papiers.dejaVu(d.personneId(), d.genre(), aujourdhui).filter(v -> !v.finitAvant(bientot)).ifPresent(v -> fautes.exiger(false, "genre",
          "PAPIER_DEJA_VU", phrase(v) + " : ne le redemandez pas. S'il a changé depuis, dites pourquoi plus bas."));
    }
  }

  /** « Déjà vu le 3 octobre 2025 par Noura Benali, valable jusqu'au 3 octobre 2026 ». */
  private static String phrase(DejaVu v) {
    return "Déjà vu le " + Francais.longue(v.vuLe()) + " par " + v.par()
        + (v.valableJusquAu() == null ? ", valable sans limite" : ", valable jusqu'au " + Francais.longue(v.valableJusquAu()));
  }

  private void refuserCeQuiEstAttendu(PapierDemande d, Fautes fautes) {
    papiers.attendus(List.of(d.personneId())).getOrDefault(d.personneId(), List.of()).stream().filter(a -> a.genre().equals(d.genre().code()))
        .findFirst().ifPresent((Attendu a) -> fautes.exiger(false, "genre", "PAPIER_DEJA_DEMANDE",
            "Déjà demandé par " + a.par() + ", attendu pour le " + Francais.longue(a.pourLe()) + "."));
  }
}
