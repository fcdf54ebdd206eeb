package fr.jalon.courriers.application;

import fr.jalon.courriers.domaine.Entete;
import fr.jalon.courriers.domaine.NumeroDeLettre;
import fr.jalon.courriers.impression.Lettre;
import fr.jalon.socle.Personnes;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Frozen messages as letters to lay out: of a batch, in the order of the post; one alone; some of those that wait. */
@Component
public class LettresDUnLot {
  private static final String LETTRE =
      "select id, personne_id, entete_id, le, objet, destinataire, adresse, code_postal, ville, contenu from courriers.message m where canal = 'LETTRE' and ";
  private final JdbcClient base;
  private final Entetes entetes;

  LettresDUnLot(JdbcClient base, Entetes entetes) {
    this.base = base;
    this.entetes = entetes;
  }

  private record Ligne(long id, Long personneId, Long enteteId, LocalDate le, String objet, String destinataire, String adresse, String codePostal,
      String ville, String contenu) {
    Lettre lettre(Function<Long, Entete> entete) {
      String lieu = codePostal == null ? "" : codePostal + " " + ville;
      return new Lettre(NumeroDeLettre.de(id), le, objet, destinataire, adresse == null || adresse.isBlank() ? lieu : adresse + "\n" + lieu, contenu,
          entete.apply(enteteId), personneId);
    }
  }

  /** Some letters of a batch, by their rank from 0; those given up since are left out. */
  @Transactional(readOnly = true)
  public List<Lettre> duLot(long lot, int premiere, int nombre) {
    return lettres(base.sql(LETTRE + "lot_id = ? and etat <> 'ABANDONNE' order by rang, id limit ? offset ?").params(lot, nombre, premiere)
        .query(Ligne.class).list());
  }

  /** Whom the letters of a batch are written to; those given up since are left out. */
  @Transactional(readOnly = true)
  public Personnes personnes(long lot) {
    return new Personnes(base.sql("select distinct personne_id from courriers.message where lot_id = ? and etat <> 'ABANDONNE' order by 1").param(lot)
        .query(Long.class).list());
  }

  /** One letter, when the agent may see it. */
  @Transactional(readOnly = true)
  public Optional<Lettre> une(long id) {
    return lettres(base.sql(LETTRE + "id = ?").param(id).query(Ligne.class).list()).stream().findFirst();
  }

  /** The first letters that wait with these conditions. */
  @Transactional(readOnly = true)
  public List<Lettre> apercu(String condition, Map<String, ?> parametres, int nombre) {
    return lettres(base.sql(LETTRE + "etat = 'A_ENVOYER' and " + condition + " order by code_postal, ville, id limit :nombre").params(parametres)
        .param("nombre", nombre)
        .query(Ligne.class).list());
  }

  private List<Lettre> lettres(List<Ligne> lignes) {
    Map<Long, Entete> lues = new HashMap<>();
    Function<Long, Entete> entete = id -> lues.computeIfAbsent(id == null ? 0L : id, _ -> entetes.de(id));
    return lignes.stream().map(l -> l.lettre(entete)).toList();
  }
}
