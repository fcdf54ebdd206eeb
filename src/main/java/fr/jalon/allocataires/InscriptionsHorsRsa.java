package fr.jalon.allocataires;

import fr.jalon.allocataires.application.InscrireHorsRsa;
import fr.jalon.allocataires.application.PublicsHorsRsa;
import fr.jalon.allocataires.application.SuivreHorsRsa;
import fr.jalon.allocataires.domaine.NouveauSuivi;
import fr.jalon.allocataires.domaine.NouvelleInscription;
import fr.jalon.allocataires.enregistrement.FichesSemblables;
import fr.jalon.socle.RefusMetier;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door of the persons outside the RSA: who brings many of them registers each as an agent would, with the same refusals. */
@Component
public class InscriptionsHorsRsa {
  private final InscrireHorsRsa inscrire;
  private final SuivreHorsRsa suivre;
  private final PublicsHorsRsa lesPublics;
  private final JdbcClient base;
  private final JdbcClient proprietaire;

  InscriptionsHorsRsa(InscrireHorsRsa inscrire, SuivreHorsRsa suivre, PublicsHorsRsa lesPublics, JdbcClient base,
      @Qualifier("chargement") JdbcClient proprietaire) {
    this.inscrire = inscrire;
    this.suivre = suivre;
    this.lesPublics = lesPublics;
    this.base = base;
    this.proprietaire = proprietaire;
  }

  /**
   * One person and her public; she was told what is kept of her.
   *
   * @param civilite    {@code MME}, {@code MR}, or {@code null}; @param lignes number and street; @param commune INSEE code
   * @param publicSuivi code of the public; @param cohorte {@code null} when there is none; @param depuis first day
   * @param organisation who follows her, {@code null} when nobody yet; @param referent likewise
   * @param finLe       first day she was no longer followed, {@code null} while she is; @param finMotif name of the reason, {@code null} with it
   * @param cle         the same twice is registered once
   */
  public record Inscrite(String civilite, String nom, String prenom, LocalDate naissance, String lignes, String commune, String publicSuivi,
      String cohorte, LocalDate depuis, Integer organisation, Integer referent, LocalDate finLe, String finMotif, UUID cle) {}

  /** How she is named at birth and reached, {@code null} where nothing is said; numbers and addresses as people write them. */
  public record Moyens(String nomNaissance, String codePostal, String telephone, String courriel) {
    static final Moyens AUCUN = new Moyens(null, null, null, null);
  }

  /** Who she may already be. @param raison why; @param dejaSuivie true when she is the same, and followed for this public already */
  public record Ressemblante(long id, String nom, String prenom, String raison, boolean dejaSuivie) {}

  /** The publics under which somebody may be registered: name by code, in their order. */
  public Map<String, String> publics() {
    Map<String, String> publics = new LinkedHashMap<>();
    lesPublics.proposes().forEach(p -> publics.put(p.code(), p.libelle()));
    return publics;
  }

  /** What is wrong with her, by field as the screen names it; empty when she may be registered. */
  @Transactional(readOnly = true)
  public Map<String, RefusMetier> fautes(Inscrite p, Moyens m) {
    return inscrire.fautes(fiche(p, m), suivi(p)).toutes();
  }

  /** Whom each of these persons may already be, among those the agent may see; those whom nobody resembles are empty. */
  @Transactional(readOnly = true)
  public List<Optional<Ressemblante>> ressemblantes(List<Inscrite> elles, List<Moyens> moyens) {
    List<NouvelleInscription> fiches = IntStream.range(0, elles.size()).mapToObj(i -> fiche(elles.get(i), moyens.get(i))).toList();
    List<List<FichesSemblables.Semblable>> trouvees = inscrire.semblables(fiches);
    Map<Long, Ressemblante> connues = new HashMap<>();
    Map<Long, Set<String>> suivies = new HashMap<>();
    base.sql("""
        select p.id, p.nom, p.prenom, array(select h.public from allocataires.suivi_hors_rsa h where h.personne_id = p.id and h.fin_le is null
          and h.retire_le is null) from allocataires.personne p where p.id = any (?)""")
        .param(trouvees.stream().flatMap(List::stream).map(FichesSemblables.Semblable::id).distinct().toArray(Long[]::new))
        .query((RowCallbackHandler) l -> {
          connues.put(l.getLong(1), new Ressemblante(l.getLong(1), l.getString(2), l.getString(3), null, false));
          suivies.put(l.getLong(1), Set.of((String[]) l.getArray(4).getArray()));
        });
    return IntStream.range(0, elles.size()).mapToObj(i -> trouvees.get(i).stream().map(s -> {
      Ressemblante r = connues.get(s.id());
      return new Ressemblante(r.id(), r.nom(), r.prenom(), s.raison(),
          FichesSemblables.memeIdentite(s) && suivies.get(s.id()).contains(elles.get(i).publicSuivi()));
    }).max(Comparator.comparing(Ressemblante::dejaSuivie))).toList();
  }

  /** @return number of the person; @throws fr.jalon.socle.RefusMetier as the screen does */
  @Transactional
  public long inscrire(Inscrite p) {
    return inscrire(p, Moyens.AUCUN);
  }

  /** The same, with how she is reached. */
  @Transactional
  public long inscrire(Inscrite p, Moyens m) {
    long id = inscrire.executer(fiche(p, m), suivi(p));
    if (p.finLe() != null) {
      suivre.terminer(base.sql("select id from allocataires.suivi_hors_rsa where cle = ?").param(p.cle()).query(Long.class).single(), p.finLe(),
          FinDeSuivi.de(p.finMotif()), null);
    }
    return id;
  }

  /** The same for many whose follow-up goes on: all are registered, or none. @return their numbers, in the order given */
  @Transactional
  public List<Long> inscrire(List<Inscrite> elles, List<Moyens> moyens) {
    return inscrire.executer(IntStream.range(0, elles.size()).mapToObj(i -> fiche(elles.get(i), moyens.get(i))).toList(),
        elles.stream().map(InscriptionsHorsRsa::suivi).toList());
  }

  /**
   * Takes back a registration brought by mistake, by who brought it and whatever the day, while nothing else rests on it.
   *
   * @return why her record stays; empty when it is gone
   */
  @Transactional
  public Optional<String> retirer(long personne) {
    record Etat(boolean tenue, boolean corrigee, boolean change) {}
    Optional<Etat> etat = proprietaire.sql("""
        select allocataires.tenue_par_les_agents(p.id) as tenue, exists (select from allocataires.identite_precedente i where i.personne_id = p.id) as corrigee,
          (select count(*) <> 1 or bool_or(h.fin_le is not null or h.retire_le is not null) from allocataires.suivi_hors_rsa h where h.personne_id = p.id) as change
        from allocataires.personne p where p.id = ?""").param(personne).query(Etat.class).optional();
    if (etat.isEmpty()) {
      return Optional.empty();
    }
    String raison = !etat.get().tenue() ? "un fichier de la caisse la fait connaître, ou elle a été réunie à une autre fiche"
        : etat.get().corrigee() ? "son identité a été corrigée depuis" : etat.get().change() ? "son suivi a changé depuis" : null;
    if (raison == null && !base.sql("select allocataires.retirer_une_inscription(?)").param(personne).query(Boolean.class).single()) {
      raison = "un contact, un rendez-vous, un diagnostic ou un courrier tient à sa fiche";
    }
    return Optional.ofNullable(raison);
  }

  private static NouvelleInscription fiche(Inscrite p, Moyens m) {
    return new NouvelleInscription(p.nom(), m.nomNaissance(), p.prenom(), p.civilite(), p.naissance(), p.lignes(), m.codePostal(), p.commune(),
        m.telephone(), m.courriel());
  }

  private static NouveauSuivi suivi(Inscrite p) {
    return new NouveauSuivi(p.publicSuivi(), p.cohorte(), p.depuis(), p.organisation(), p.referent(), true, p.cle());
  }
}
