package fr.jalon.ecran;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The one way to save a form that edits something ({@code docs/decisions/0009}): what was under the agent's eyes travels in the form, is
 * compared with what there is in the transaction that writes, and a stale save is refused with what changed. {@code presente} reads what
 * there is <em>and locks it</em>: the second of two saves waits, then sees the first.
 */
@Component
public class Versions {
  /** Name of the hidden field. */
  public static final String CHAMP = "version";
  /** What the fields of choice begin with: {@code choix-capacite=sien}. */
  public static final String CHOIX = "choix-";
  private static final String ENTRE_TEMPS = ChangeEntreTemps.class.getName();
  private final JdbcClient base;
  private final Regard regard;
  private final Clock horloge;

  Versions(JdbcClient base, Regard regard, Clock horloge) {
    this.base = base;
    this.regard = regard;
    this.horloge = horloge;
  }

  /** What a form carries. @param entreTemps what to choose from, {@code null} when nobody changed anything */
  public record EnFormulaire(String texte, ChangeEntreTemps entreTemps) {}

  /**
   * The version that a form must carry: what it shows; what it was first shown when a save was refused by a rule; what there is now when
   * somebody changed it.
   *
   * @param cle {@code null} for a thing to create: no version
   */
  public EnFormulaire enFormulaire(Fiche fiche, Object cle, Record formulaire) {
    if (cle == null) {
      return null;
    }
    Optional<HttpServletRequest> requete = requete();
    Optional<ChangeEntreTemps> change = requete.map(r -> (ChangeEntreTemps) r.getAttribute(ENTRE_TEMPS))
        .filter(c -> c.maintenant().estDe(fiche, cle));
    if (change.isPresent()) {
      return new EnFormulaire(change.get().maintenant().texte(), change.get());
    }
    return new EnFormulaire(requete.map(r -> r.getParameter(CHAMP)).map(Version::lire).filter(v -> v.estDe(fiche, cle)).map(Version::texte)
        .orElseGet(() -> fiche.version(cle, formulaire).texte()), null);
  }

  /**
   * Saves a form, unless it is stale. The same values twice (a double click) are one write.
   *
   * @param cle      which one, {@code null} to create
   * @param presente reads what there is and locks it; empty when it does not exist for this agent: the write itself says so
   * @param ecriture writes what is wanted; joins this transaction
   * @throws ChangeEntreTemps when somebody changed it meanwhile: nothing is written
   */
  @Transactional
  public <F extends Record> void ecrire(Fiche fiche, Object cle, F saisie, Supplier<Optional<F>> presente, Consumer<F> ecriture) {
    Optional<F> trouvee = cle == null ? Optional.empty() : presente.get();
    if (trouvee.isEmpty()) {
      ecriture.accept(saisie);
      return;
    }
    Version maintenant = fiche.version(cle, trouvee.get());
    Version vue = vue(fiche, cle);
    F voulue = fiche.fusionner(vue, saisie, trouvee.get(), siennes());
    if (!vue.equals(maintenant)) {
      if (fiche.pareilles(fiche.version(cle, voulue), maintenant) || dejaRecue(maintenant, fiche.marque(fiche.version(cle, saisie)))) {
        return;
      }
      throw refus(fiche, vue, maintenant, voulue);
    }
    ecriture.accept(voulue);
    noter(fiche, cle, presente, fiche.marque(fiche.version(cle, saisie)));
  }

  /**
   * Does an act of one button, unless its page is stale.
   *
   * @param deja true of a thing to which this was already done: a second click, or a colleague's, does nothing
   * @throws ChangeEntreTemps when somebody changed it meanwhile: nothing is done
   */
  @Transactional
  public <F extends Record> void agir(Fiche fiche, Object cle, Supplier<Optional<F>> presente, Predicate<F> deja, Runnable acte) {
    Optional<F> trouvee = presente.get();
    if (trouvee.isPresent()) {
      if (deja.test(trouvee.get())) {
        return;
      }
      Version maintenant = fiche.version(cle, trouvee.get());
      Version vue = vue(fiche, cle);
      if (!vue.equals(maintenant)) {
        throw refus(fiche, vue, maintenant, null);
      }
    }
    acte.run();
    noter(fiche, cle, presente, null);
  }

  private Version vue(Fiche fiche, Object cle) {
    Version recue = requete().map(r -> Version.lire(r.getParameter(CHAMP))).filter(v -> v.estDe(fiche, cle)).orElse(null);
    return recue == null ? new Version(fiche.chose(), String.valueOf(cle), java.util.Map.of()) : recue;
  }

  private static Set<String> siennes() {
    return requete().map(r -> r.getParameterMap().entrySet().stream()
        .filter(p -> p.getKey().startsWith(CHOIX) && Arrays.asList(p.getValue()).contains("sien"))
        .map(p -> p.getKey().substring(CHOIX.length())).collect(Collectors.toSet())).orElse(Set.of());
  }

  private ChangeEntreTemps refus(Fiche fiche, Version vue, Version maintenant, Record voulue) {
    ChangeEntreTemps refus = new ChangeEntreTemps(qui(fiche, maintenant), maintenant,
        fiche.differences(vue, maintenant, voulue == null ? null : fiche.version(vue.cle(), voulue)), voulue);
    requete().ifPresent(r -> r.setAttribute(ENTRE_TEMPS, refus));
    return refus;
  }

  /** Named only when what there is now is what that agent left. */
  private String qui(Fiche fiche, Version maintenant) {
    return base.sql("select par = ? as moi, nom, le from ecran.modification where chose = ? and cle = ? and empreinte = ?")
        .params(regard.identifiant(), maintenant.chose(), maintenant.cle(), maintenant.empreinte())
        .query((l, _) -> (l.getBoolean("moi") ? "Vous avez vous-même changé " : l.getString("nom") + " a changé ")
            + fiche.nom() + quand(l.getObject("le", OffsetDateTime.class))).optional()
        .orElse("Quelqu'un a changé " + fiche.nom() + " pendant que vous écriviez");
  }

  private String quand(OffsetDateTime le) {
    var ici = le.atZoneSameInstant(horloge.getZone());
    String heure = " à %d h %02d".formatted(ici.getHour(), ici.getMinute());
    return ici.toLocalDate().equals(LocalDate.now(horloge)) ? heure : " le " + Francais.date(ici.toLocalDate()) + heure;
  }

  /** The same save of the same agent, and nothing changed since: a double click, even when what was typed is not kept letter for letter. */
  private boolean dejaRecue(Version maintenant, String saisie) {
    return base.sql("select exists (select from ecran.modification where chose = ? and cle = ? and empreinte = ? and saisie = ? and par = ?)")
        .params(maintenant.chose(), maintenant.cle(), maintenant.empreinte(), saisie, regard.identifiant()).query(Boolean.class).single();
  }

  private <F extends Record> void noter(Fiche fiche, Object cle, Supplier<Optional<F>> presente, String saisie) {
    if (!regard.connecte() || !fiche.nommee()) {
      return;
    }
    presente.get().map(f -> fiche.version(cle, f)).ifPresent(v -> base.sql("""
        insert into ecran.modification (chose, cle, empreinte, saisie, par, nom, le) values (:chose, :cle, :empreinte, :saisie, :par, :nom, :le)
        on conflict (chose, cle) do update set empreinte = excluded.empreinte, saisie = excluded.saisie, par = excluded.par, nom = excluded.nom, le = excluded.le""")
        .param("chose", v.chose()).param("cle", v.cle()).param("empreinte", v.empreinte()).param("saisie", saisie).param("par", regard.identifiant())
        .param("nom", regard.nom()).param("le", OffsetDateTime.now(horloge)).update());
  }

  private static Optional<HttpServletRequest> requete() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes r ? Optional.of(r.getRequest()) : Optional.empty();
  }
}
