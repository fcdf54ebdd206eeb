package fr.jalon.allocataires.enregistrement;

import fr.jalon.allocataires.constat.PersonneConstatee;
import fr.jalon.allocataires.constat.PersonneConstatee.Identite;
import fr.jalon.socle.CleDeRecherche;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One human, one person. In order: the NIR; else the claim number and the role; else the name and birth date, which an agent confirms.
 * Never a silent merge: a resemblance makes a task.
 */
final class Rapprochement {
  private Rapprochement() {}

  static final String NIR_CHANGE = "Même demande et même identité, NIR différent";
  static final String NIR_PROVISOIRE_PARTAGE = "Même NIR provisoire, identités différentes";

  /** Someone else she may be, and why an agent should look. */
  record Ressemblance(PersonneConnue autre, String raison) {}

  /** What was decided for a person of a file. */
  sealed interface Decision {
    /** She is known; {@code nirUtile} false when the NIR given is someone else's provisional one. */
    record Trouvee(PersonneConnue personne, boolean nirUtile) implements Decision {}

    /** She is new; each resemblance is a task for an agent. */
    record Nouvelle(List<Ressemblance> ressemblances, boolean nirUtile) implements Decision {}

    /** Nobody can say who she is. */
    record Ambigue(String raison) implements Decision {}
  }

  /** A person of the foyer, with the role she has there. */
  record Habitant(PersonneConnue personne, String role) {}

  /**
   * @param parNir      the person known under this NIR, or null
   * @param foyer       persons of this claim, those already recognised in this file left out
   * @param homonymes   persons known under the same name, first name and birth date, exactly as files write them
   */
  static Decision decider(PersonneConstatee constatee, PersonneConnue parNir, List<Habitant> foyer, List<PersonneConnue> homonymes) {
    Identite identite = constatee.identite();
    boolean nirDefinitif = identite.nir() != null && !identite.nir().provisoire();
    if (nirDUneAutre(identite, parNir)) {
      return new Decision.Ambigue("Son NIR est déjà celui d'une autre personne, qui n'a ni son nom, ni son prénom, ni sa date de naissance. "
          + "Corrigez le NIR, ou demandez la correction à la CAF ou à la MSA.");
    }
    if (parNir != null && (nirDefinitif || ressemble(identite, parNir.identite()))) {
      return new Decision.Trouvee(parNir, true);
    }
    boolean nirUtile = parNir == null;
    List<PersonneConnue> memeDemande = foyer.stream().filter(h -> memePlace(constatee, h)).map(Habitant::personne)
        .filter(p -> !(nirDefinitif && p.aUnNirDefinitif()))
        .filter(p -> ressemble(identite, p.identite()))
        .distinct().toList();
    if (memeDemande.size() == 1) {
      return new Decision.Trouvee(memeDemande.getFirst(), nirUtile);
    }
    if (memeDemande.size() > 1) {
      return new Decision.Ambigue("Plusieurs personnes de ce dossier peuvent être celle-ci et le fichier ne donne pas de NIR qui les départage. "
          + "Complétez le NIR ou corrigez la date de naissance.");
    }
    List<PersonneConnue> possibles = homonymes.stream().filter(p -> !(nirDefinitif && p.aUnNirDefinitif())).toList();
    if (identite.nir() == null && possibles.size() > 1) {
      return new Decision.Ambigue("Sans NIR, cette personne peut être l'une de " + possibles.size()
          + " personnes connues de mêmes nom, prénom et date de naissance. Complétez le NIR, puis rejouez le dossier.");
    }
    List<Ressemblance> ressemblances = new ArrayList<>();
    possibles.forEach(p -> ressemblances.add(new Ressemblance(p, Ressemblances.MEME_IDENTITE)));
    foyer.stream().filter(h -> nirDefinitif && h.personne().aUnNirDefinitif() && memeIdentite(identite, h.personne().identite()))
        .map(Habitant::personne).distinct().forEach(p -> ressemblances.add(new Ressemblance(p, NIR_CHANGE)));
    if (!nirUtile) {
      ressemblances.add(new Ressemblance(parNir, NIR_PROVISOIRE_PARTAGE));
    }
    return new Decision.Nouvelle(ressemblances, nirUtile);
  }

  /** True when the definitive NIR given is that of someone who has nothing in common with her. */
  private static boolean nirDUneAutre(Identite identite, PersonneConnue parNir) {
    return parNir != null && identite.nir() != null && !identite.nir().provisoire() && !aQuelqueChoseDeCommun(identite, parNir.identite());
  }

  /**
   * True when the NIR given for a child is that of someone else, often her mother: the name they share proves nothing, her first name or her birth
   * date must be those known under it.
   */
  static boolean nirDUneAutrePourUnEnfant(PersonneConstatee p, PersonneConnue parNir) {
    Identite i = p.identite();
    return !p.adulte() && parNir != null && i.nir() != null && !i.nir().provisoire()
        && !Objects.equals(i.dateNaissance(), parNir.identite().dateNaissance()) && !cle(i.prenom()).equals(cle(parNir.identite().prenom()));
  }

  /** Persons of one dossier that nothing tells apart: no NIR, and the same name, first name and birth date. */
  static boolean indiscernables(Identite a, Identite b) {
    return a.nir() == null && b.nir() == null && memeIdentite(a, b);
  }

  private static boolean memePlace(PersonneConstatee p, Habitant h) {
    return p.adulte() ? h.role().equals(p.role()) || memeIdentite(p.identite(), h.personne().identite()) : memeEnfant(p.identite(), h);
  }

  /** A NIR may be stated for the wrong person; one of the three must hold. */
  private static boolean aQuelqueChoseDeCommun(Identite a, Identite b) {
    return Objects.equals(a.dateNaissance(), b.dateNaissance()) || cle(a.prenom()).equals(cle(b.prenom())) || memeNom(a, b);
  }

  private static boolean memeEnfant(Identite identite, Habitant habitant) {
    return memeIdentite(identite, habitant.personne().identite())
        || Objects.equals(identite.dateNaissance(), habitant.personne().identite().dateNaissance())
            && cle(identite.prenom()).equals(cle(habitant.personne().identite().prenom()));
  }

  /** Same birth date, or same first name with the name in use or at birth: the rest may have been corrected. */
  private static boolean ressemble(Identite a, Identite b) {
    boolean memePrenom = cle(a.prenom()).equals(cle(b.prenom()));
    boolean memeNaissance = a.dateNaissance() != null && a.dateNaissance().equals(b.dateNaissance());
    return memeNaissance && (memePrenom || memeNom(a, b)) || memePrenom && memeNom(a, b);
  }

  private static boolean memeIdentite(Identite a, Identite b) {
    return a.dateNaissance() != null && a.dateNaissance().equals(b.dateNaissance()) && cle(a.prenom()).equals(cle(b.prenom())) && memeNom(a, b);
  }

  private static boolean memeNom(Identite a, Identite b) {
    String nom = cle(a.nom());
    String naissance = cle(a.nomNaissance());
    return nom.equals(cle(b.nom())) || nom.equals(cle(b.nomNaissance())) || !naissance.isEmpty()
        && (naissance.equals(cle(b.nomNaissance())) || naissance.equals(cle(b.nom())));
  }

  private static String cle(String texte) {
    return CleDeRecherche.de(texte);
  }
}
