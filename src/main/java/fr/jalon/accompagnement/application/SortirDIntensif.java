package fr.jalon.accompagnement.application;

import fr.jalon.accompagnement.application.RegistreDesIntensifs.Entree;
import fr.jalon.accompagnement.domaine.EntreeIntensive;
import fr.jalon.accompagnement.domaine.EtatIntensif;
import fr.jalon.accompagnement.domaine.SortieIntensive;
import fr.jalon.ecran.Francais;
import fr.jalon.habilitations.QuiLAFait;
import fr.jalon.journal.Journal;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.MaFiche;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Persons leave a portfolio, all or none; what was noted by mistake is taken back. */
@Service
public class SortirDIntensif {
  private static final RefusMetier INCONNUE =
      new RefusMetier("INTENSIF_INCONNU", "Cette entrée n'est pas dans ce que vous pouvez consulter : rien n'est changé.");
  private final JdbcClient base;
  private final RegistreDesIntensifs registre;
  private final MaFiche maFiche;
  private final Journal journal;
  private final Clock horloge;
  private final QuiLAFait quiLAFait;

  SortirDIntensif(JdbcClient base, RegistreDesIntensifs registre, MaFiche maFiche, Journal journal, Clock horloge, QuiLAFait quiLAFait) {
    this.quiLAFait = quiLAFait;
    this.base = base;
    this.registre = registre;
    this.maFiche = maFiche;
    this.journal = journal;
    this.horloge = horloge;
  }

  /**
   * Records the leaves; said twice, they are written once.
   *
   * @return why some may not, by entry: nothing is recorded then; empty when all is
   * @throws RefusMetier a field is wrong
   */
  @Transactional
  public Map<Long, String> executer(SortieIntensive s) {
    Fautes fautes = new Fautes();
    s.verifier(LocalDate.now(horloge), fautes);
    fautes.lever();
    Map<Long, Entree> connues = new HashMap<>();
    registre.verrouiller(s.entrees()).forEach(e -> connues.put(e.id(), e));
    Map<Long, String> refus = new LinkedHashMap<>();
    for (Long id : s.entrees()) {
      String non = refuser(connues.get(id), s);
      if (non != null) {
        refus.put(id, non);
      }
    }
    if (refus.isEmpty()) {
      connues.values().stream().filter(e -> e.etat() == EtatIntensif.EN_COURS).forEach(e -> ecrire(e, s));
    }
    return refus;
  }

  private String refuser(Entree e, SortieIntensive s) {
    if (e == null) {
      return INCONNUE.getMessage();
    }
    if (!registre.tient(e.referentId()) && !maFiche.referent().filter(m -> e.suiviePar() != null && m.id() == e.suiviePar()).isPresent()) {
      return "Ce portefeuille est celui d'un collègue : lui-même, son responsable, ou le référent qui la suit maintenant l'en fait sortir.";
    }
    if (e.etat() != EtatIntensif.EN_COURS) {
      boolean leMemeActe = e.etat() == EtatIntensif.SORTIE && e.sortiLe().equals(s.le()) && e.sortieMotif().equals(s.motif().name())
          && e.sortiePar().equals(registre.moi());
      return leMemeActe ? null : quiLAFait.dernier(RegistreDesIntensifs.ENTREES, e.id(), e.etat() == EtatIntensif.SORTIE
          ? "déjà fait sortir cette personne" : "retiré cette entrée, notée par erreur") + ". Rechargez la page.";
    }
    return s.le().isBefore(e.entreLe()) ? "Elle est entrée le %s : elle ne peut pas sortir avant.".formatted(Francais.date(e.entreLe())) : null;
  }

  private void ecrire(Entree e, SortieIntensive s) {
    String pourquoi = s.precision().isEmpty() ? s.motif().libelle() : s.motif().libelle() + " : " + s.precision();
    registre.passer(e.id(), EtatIntensif.SORTIE, "sorti_le = :le, sortie_motif = :motif, sortie_precision = :precision, sortie_par = :qui",
        Map.of("le", s.le(), "motif", s.motif().name(), "precision", s.precision(), "qui", registre.moi()), pourquoi);
    journal.tracer("INTENSIF_SORTIE", e.personneId(), null, pourquoi);
  }

  /**
   * The entry was noted by mistake: it stays readable and counts nowhere.
   *
   * @param personne whom the page was about
   * @throws RefusMetier without a reason, noted by somebody else, or already taken back
   */
  @Transactional
  public void annuler(long entree, long personne, String motif) {
    Entree e = exiger(entree, personne, motif);
    permettre(e.saisiPar());
    if (!registre.passer(entree, EtatIntensif.ANNULEE, "", Map.of(), motif.strip())) {
      throw new RefusMetier("INTENSIF_DEJA_ANNULE", "C'était déjà fait. Rechargez la page.");
    }
    journal.tracer("INTENSIF_ANNULE", personne, null, motif.strip());
  }

  /**
   * The leave was noted by mistake: she is in the portfolio as if she had never left it.
   *
   * @throws RefusMetier without a reason, noted by somebody else, or she is in a portfolio already
   */
  @Transactional
  public void revenir(long entree, long personne, String motif) {
    Entree e = exiger(entree, personne, motif);
    permettre(e.sortiePar() == null ? e.saisiPar() : e.sortiePar());
    registre.reserver(e.referentId());
    boolean ailleurs = base.sql("""
        select exists (select from accompagnement.intensif where personne_id = ? and id <> ? and (etat = 'EN_COURS' or etat = 'SORTIE' and sorti_le > ?))""")
        .params(personne, entree, e.entreLe()).query(Boolean.class).single();
    if (ailleurs) {
      throw new RefusMetier("INTENSIF_ENTREE_DEPUIS",
          "Elle est entrée dans un portefeuille depuis : retirez d'abord cette entrée-là, si elle est notée par erreur.");
    }
    if (!registre.passer(entree, EtatIntensif.EN_COURS, "sorti_le = null, sortie_motif = null, sortie_precision = '', sortie_par = null", Map.of(),
        motif.strip())) {
      throw new RefusMetier("INTENSIF_DEJA_ANNULE", "C'était déjà fait. Rechargez la page.");
    }
    journal.tracer("INTENSIF_REVENUE", personne, null, motif.strip());
  }

  /** True when the agent at work may take back what this account noted. */
  public boolean permis(String compte) {
    return registre.permis(compte);
  }

  /** True when the agent at work holds the portfolio of this référent. */
  @Transactional(readOnly = true)
  public boolean tient(int referent) {
    return registre.tient(referent);
  }

  private Entree exiger(long entree, long personne, String motif) {
    if (motif == null || motif.isBlank() || motif.strip().length() > EntreeIntensive.RAISON) {
      throw new RefusMetier("INTENSIF_SANS_MOTIF", "Dites pourquoi, en %d caractères au plus : la raison reste avec l'entrée."
          .formatted(EntreeIntensive.RAISON));
    }
    return registre.verrouiller(List.of(entree)).stream().filter(e -> e.personneId() == personne).findFirst().orElseThrow(() -> INCONNUE);
  }

  private void permettre(String compte) {
    if (!registre.permis(compte)) {
      throw new RefusMetier("INTENSIF_D_UN_AUTRE", "Un collègue l'a noté : lui seul, ou votre responsable, peut le retirer.");
    }
  }
}
