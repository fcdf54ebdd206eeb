package fr.jalon.courriers.application;

import fr.jalon.allocataires.CoordonneesChangees;
import fr.jalon.courriers.Canal;
import fr.jalon.courriers.domaine.Destinataire;
import fr.jalon.courriers.domaine.EtatMessage;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What has not left follows the person: before it leaves, her name, number, e-mail and postal address are read again. What waited for an address and
 * has one now waits to leave; what has lost its own is not sent to the old one. An address that an agent typed for one sending stays.
 */
@Component
public class CoordonneesDuJour {
  private final JdbcClient base;
  private final Destinataires destinataires;
  private final RegistreDesMessages registre;
  private final Clock horloge;

  CoordonneesDuJour(JdbcClient base, Destinataires destinataires, RegistreDesMessages registre, Clock horloge) {
    this.base = base;
    this.destinataires = destinataires;
    this.registre = registre;
    this.horloge = horloge;
  }

  private record Attente(long id, long personneId, String canal, String etat, LocalDate le, String destinataire, String adresse, String codePostal,
      String ville, String vers,
      String raison) {
    Canal par() {
      return Canal.valueOf(canal);
    }
  }

  /** A message and what it becomes. */
  private record Change(Attente avant, Attente apres) {
    boolean passe(EtatMessage vers) {
      return !avant.etat().equals(apres.etat()) && apres.etat().equals(vers.name());
    }
  }

  /** A number, an e-mail or an address was just given: what waits for her knows it at once. */
  @EventListener
  void suivre(CoordonneesChangees changees) {
    executer("m.personne_id = any(:personnes::bigint[])", Map.of("personnes", changees.personnes().stream().mapToLong(Long::longValue).toArray()));
  }

  /**
   * Sets right those that wait under a condition.
   *
   * @param condition on {@code m}, with named parameters
   * @return how many changed
   */
  @Transactional
  public int executer(String condition, Map<String, ?> parametres) {
    List<Attente> attentes = base.sql("""
        select m.id, m.personne_id, m.canal, m.etat, m.le, m.destinataire, m.adresse, m.code_postal, m.ville, m.vers, m.raison from courriers.message m
        where m.etat in ('A_ENVOYER', 'SANS_ADRESSE') and not m.adresse_choisie and %s order by m.id for update""".formatted(condition)).params(parametres)
        .query(Attente.class).list();
    if (attentes.isEmpty()) {
      return 0;
    }
    Map<Long, Destinataire> personnes = destinataires.lire(attentes.stream().map(Attente::personneId).distinct().toList());
    LocalDate aujourdhui = LocalDate.now(horloge);
    List<Change> changes = attentes.stream().filter(a -> personnes.containsKey(a.personneId()))
        .map(a -> new Change(a, apres(a, personnes.get(a.personneId()), aujourdhui)))
        .filter(c -> !c.avant().equals(c.apres())).toList();
    if (!changes.isEmpty()) {
      ecrire(changes.stream().map(Change::apres).toList());
      passer(changes, EtatMessage.A_ENVOYER, "L'adresse ou le numéro est connu maintenant.");
      passer(changes, EtatMessage.SANS_ADRESSE, "L'adresse ou le numéro d'avant ne sert plus.");
    }
    return changes.size();
  }

  private static Attente apres(Attente a, Destinataire p, LocalDate aujourdhui) {
    boolean lettre = a.par() == Canal.LETTRE;
    boolean joignable = EcrireDesMessages.joignable(p, a.par());
    // a SMS whose day is past is no news any more: it does not leave because a number is known at last
    boolean perime = !lettre && a.etat().equals(EtatMessage.SANS_ADRESSE.name()) && a.le().isBefore(aujourdhui);
    EtatMessage etat = joignable && !perime ? EtatMessage.A_ENVOYER : EtatMessage.SANS_ADRESSE;
    return new Attente(a.id(), a.personneId(), a.canal(), etat.name(), a.le(), p.surLEnveloppe(), lettre ? p.adresse() : null,
        lettre ? p.codePostal() : null,
        lettre ? p.ville() : null, a.par() == Canal.SMS ? p.telephone() : a.par() == Canal.COURRIEL ? p.courriel() : null,
        etat == EtatMessage.SANS_ADRESSE ? EcrireDesMessages.pourquoi(p, a.par()) : null);
  }

  private void ecrire(List<Attente> apres) {
    base.sql("""
        update courriers.message x set destinataire = u.destinataire, adresse = u.adresse, code_postal = u.code_postal, ville = u.ville, vers = u.vers, raison = u.raison
        from unnest(:ids::bigint[], :destinataires::text[], :adresses::text[], :codes::text[], :villes::text[], :vers::text[], :raisons::text[])
          u(id, destinataire, adresse, code_postal, ville, vers, raison) where x.id = u.id""")
        .param("ids", apres.stream().mapToLong(Attente::id).toArray()).param("destinataires", textes(apres, Attente::destinataire))
        .param("adresses", textes(apres, Attente::adresse))
        .param("codes", textes(apres, Attente::codePostal)).param("villes", textes(apres, Attente::ville)).param("vers", textes(apres, Attente::vers))
        .param("raisons", textes(apres, Attente::raison)).update();
  }

  private void passer(List<Change> changes, EtatMessage vers, String motif) {
    Map<String, Object> p = new HashMap<>();
    p.put("ids", changes.stream().filter(c -> c.passe(vers)).mapToLong(c -> c.avant().id()).toArray());
    registre.passer("m.id = any(:ids::bigint[]) and m.etat in ('A_ENVOYER', 'SANS_ADRESSE')", p, vers, "", motif);
  }

  private static String[] textes(List<Attente> lot, Function<Attente, String> texte) {
    return lot.stream().map(texte).map(t -> t == null ? null : t.replace("\0", "")).toArray(String[]::new);
  }
}
