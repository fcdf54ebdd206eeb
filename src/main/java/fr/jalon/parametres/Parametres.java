package fr.jalon.parametres;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The door of the parameters: what a value is at a date, and what it rests on. Values typed on screen prevail over the Département's
 * file, which prevails over the texts.
 */
@Component
public class Parametres {
  private final FichiersDeParametres fichiers;
  private final JdbcClient base;

  Parametres(FichiersDeParametres fichiers, JdbcClient base) {
    this.fichiers = fichiers;
    this.base = base;
  }

  /**
   * The value at a date.
   *
   * @throws IllegalStateException when nothing gives a value at this date; the sentence says which key and which date
   */
  public Valeur valeur(String cle, LocalDate au) {
    return chercher(cle, au).orElseThrow(() -> new IllegalStateException(
        "Le paramètre %s n'a pas de valeur au %s. Ajoutez-la à la page Paramètres ou dans parametres/*.yaml.".formatted(cle, au)));
  }

  /** The value at a date, or empty when nothing gives one (a target the Département did not set). */
  public Optional<Valeur> chercher(String cle, LocalDate au) {
    Valeur retenue = null;
    for (Valeur v : dansCetteTransaction(cle)) {
      if (!v.depuis().isAfter(au) && (retenue == null || v.origine().compareTo(retenue.origine()) >= 0)) {
        retenue = v;
      }
    }
    return Optional.ofNullable(retenue);
  }

  /** A number of days. @throws IllegalStateException when there is no value, or it does not count in days */
  public int jours(String cle, LocalDate au) {
    return valeur(cle, au).jours();
  }

  /** A number of months. @throws IllegalStateException when there is no value, or it is not a whole number */
  public int mois(String cle, LocalDate au) {
    return valeur(cle, au).entier();
  }

  /** The day that ends a delay which starts on {@code depart}, with the value in force that day. */
  public LocalDate terme(String cle, LocalDate depart) {
    Period duree = valeur(cle, depart).duree();
    return depart.plus(duree);
  }

  /** Every parameter with its values of every layer, in the order of the files. */
  public List<Parametre> tous() {
    return fichiers.parCle().values().stream()
        .map(p -> new Parametre(p.cle(), p.libelle(), p.unite(), p.choix(), toutes(p.cle()))).toList();
  }

  /** One parameter, or empty when the key is unknown. */
  public Optional<Parametre> parametre(String cle) {
    return tous().stream().filter(p -> p.cle().equals(cle)).findFirst();
  }

  /** Asks again, in this transaction, what it had read of this parameter: it just changed it. */
  void oublier(String cle) {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      LuesDansLaTransaction.courantes().parCle.remove(cle);
    }
  }

  /** A list of a hundred persons is decided with one and the same value, asked once: what a transaction read holds until it ends. */
  private List<Valeur> dansCetteTransaction(String cle) {
    return TransactionSynchronizationManager.isSynchronizationActive() ? LuesDansLaTransaction.courantes()
        .parCle.computeIfAbsent(cle, this::toutes) : toutes(cle);
  }

  /** Lives among the synchronizations of the transaction, which forgets it when it ends, and puts it aside when it is suspended. */
  private static final class LuesDansLaTransaction implements TransactionSynchronization {
    private final Map<String, List<Valeur>> parCle = new HashMap<>();

    static LuesDansLaTransaction courantes() {
      for (TransactionSynchronization s : TransactionSynchronizationManager.getSynchronizations()) {
        if (s instanceof LuesDansLaTransaction lues) {
          return lues;
        }
      }
      LuesDansLaTransaction lues = new LuesDansLaTransaction();
      TransactionSynchronizationManager.registerSynchronization(lues);
      return lues;
    }
  }

  private List<Valeur> toutes(String cle) {
    Map<String, Parametre> connus = fichiers.parCle();
    if (!connus.containsKey(cle)) {
      throw new IllegalStateException("Le paramètre %s est inconnu.".formatted(cle));
    }
    List<Valeur> valeurs = new ArrayList<>(connus.get(cle).valeurs());
    valeurs.addAll(base.sql("""
        select distinct on (depuis) depuis, valeur, habilitations.nom_agent(saisi_par) as saisi_par, motif from parametres.valeur where cle = ? order by depuis, saisi_le desc""")
        .param(cle).query((l, _) -> new Valeur(cle, l.getString("valeur"), l.getObject("depuis", LocalDate.class),
            "%s (saisi par %s)".formatted(l.getString("motif"), l.getString("saisi_par")), Confiance.M, Origine.SAISIE)).list());
    return valeurs;
  }
}
