package fr.jalon.sorties.application;

import fr.jalon.courriers.Canal;
import fr.jalon.courriers.Courriers;
import fr.jalon.courriers.Demande;
import fr.jalon.ecran.Francais;
import fr.jalon.parametres.Parametres;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The letter and the SMS to who could not be reached: one question, and a link to answer it without an account. Neither says where she works nor
 * that she had
 * the RSA: a telephone may be the household's.
 */
@Component
class EcrireApresLesEssais {
  static final String MODELE = "RAPPEL_APRES_SORTIE";
  private final Courriers courriers;
  private final CodesDeRappel codes;
  private final JdbcClient base;
  private final Parametres parametres;
  private final Clock horloge;
  private final String adressePublique;

  EcrireApresLesEssais(Courriers courriers, CodesDeRappel codes, JdbcClient base, Parametres parametres, Clock horloge,
      @Value("${jalon.adresse-publique:}") String adressePublique) {
    this.courriers = courriers;
    this.codes = codes;
    this.base = base;
    this.parametres = parametres;
    this.horloge = horloge;
    this.adressePublique = adressePublique.strip().replaceAll("/+$", "");
  }

  void ecrire(long personneId, long rappel) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    LocalDate expire = aujourdhui.plusDays(parametres.jours("sorties.lien_jours", aujourdhui));
    String code = codes.tirer();
    base.sql("update sorties.rappel set code_empreinte = sha256(convert_to(?, 'UTF8')), code_expire_le = ? where id = ?").params(code, expire,
        rappel).update();
    String repondre = adressePublique.isEmpty() ? courriers.phrase(MODELE, "repondre_par_telephone", Map.of())
        : courriers.phrase(MODELE, "repondre_par_lien", Map.of("lien", "%s/r/rappel/%s".formatted(adressePublique, code)));
    courriers.ecrire(List.of(new Demande(MODELE, personneId, rappel, aujourdhui,
        Map.of("repondre", repondre, "avant_le", Francais.longue(expire)), EnumSet.allOf(Canal.class))));
  }

  /** What has not left no longer leaves. @param motif why, in a sentence */
  void abandonner(Collection<Long> rappels, String motif) {
    courriers.abandonner(MODELE, rappels, motif);
  }
}
