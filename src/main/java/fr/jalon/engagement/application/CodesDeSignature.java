package fr.jalon.engagement.application;

import fr.jalon.courriers.CodeParSms;
import fr.jalon.engagement.application.RegistreDesContrats.Version;
import fr.jalon.journal.Journal;
import fr.jalon.parametres.Parametres;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.RefusMetier;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The signature by a code that the person receives on her telephone and reads to the agent: six figures, good for some minutes and some tries. The
 * code is kept nowhere, only its hash. It proves that the telephone known of her was there: of a number of the household, no more, as the page says.
 */
@Service
public class CodesDeSignature {
  private static final int CHIFFRES = 1_000_000;
  private static final String CHAMP = "code";
  private final SecureRandom hasard = new SecureRandom();
  private final JdbcClient base;
  private final RegistreDesContrats registre;
  private final SignerLeContrat signer;
  private final CodeParSms sms;
  private final Parametres parametres;
  private final Journal journal;
  private final Clock horloge;

  CodesDeSignature(JdbcClient base, RegistreDesContrats registre, SignerLeContrat signer, CodeParSms sms, Parametres parametres, Journal journal,
      Clock horloge) {
    this.base = base;
    this.registre = registre;
    this.signer = signer;
    this.sms = sms;
    this.parametres = parametres;
    this.journal = journal;
    this.horloge = horloge;
  }

  /**
   * Sends one; the one before no longer serves.
   *
   * @return last figures of the telephone
   * @throws RefusMetier the contract is not presented, no mobile is known of her, no gateway is set, or it did not leave
   */
  @Transactional
  public String envoyer(long personneId, long contrat) {
    Version v = signer.exigerPresentee(personneId, contrat);
    int minutes = parametres.valeur("engagement.code_minutes", LocalDate.now(horloge)).entier();
    String code = "%06d".formatted(hasard.nextInt(CHIFFRES));
    String chiffres = sms.envoyer(personneId,
        "Votre code pour signer votre contrat d'engagement : %s. Il vaut %d minutes. Ne le donnez qu'a votre referent.".formatted(code, minutes));
    OffsetDateTime maintenant = OffsetDateTime.now(horloge);
    base.sql("""
        insert into engagement.code_de_signature (personne_id, version_id, code_empreinte, envoye_a, envoye_le, expire_le, demande_par)
        values (?, ?, ?, ?, ?, ?, ?)""").params(personneId, v.id(), empreinte(v.id(), code), chiffres, maintenant, maintenant.plusMinutes(minutes),
        registre.moi()).update();
    journal.tracer("CONTRAT_SIGNATURE", personneId, null, "Code envoyé par SMS");
    return chiffres;
  }

  private record Envoye(long id, String codeEmpreinte, String envoyeA, OffsetDateTime expireLe, int essais, OffsetDateTime servi) {}

  /**
   * She gives it: she signs. A wrong one counts, whatever the refusal.
   *
   * @throws RefusMetier it is not the last one sent, is too old, or was tried too many times
   */
  @Transactional(noRollbackFor = RefusMetier.class)
  public void signer(long personneId, long contrat, String code) {
    Version v = signer.exigerPresentee(personneId, contrat);
    Optional<Envoye> dernier = base.sql("""
        select id, code_empreinte, envoye_a, expire_le, essais, servi_le as servi from engagement.code_de_signature where version_id = ?
        order by id desc limit 1 for update""").param(v.id()).query(Envoye.class).optional();
    Fautes fautes = new Fautes().exiger(dernier.filter(x -> x.servi() == null).isPresent(), CHAMP, "SIGNATURE_SANS_CODE",
        "Envoyez d'abord un code sur son téléphone.");
    fautes.lever();
    Envoye e = dernier.orElseThrow();
    fautes.exiger(!e.expireLe().isBefore(OffsetDateTime.now(horloge)), CHAMP, "CODE_DE_SIGNATURE_PASSE",
            "Ce code est trop ancien : envoyez-en un autre.")
        .exiger(e.essais() < parametres.valeur("engagement.code_essais", LocalDate.now(horloge)).entier(), CHAMP, "CODE_DE_SIGNATURE_EPUISE",
            "Trop de codes faux : envoyez-en un autre.").lever();
    if (!e.codeEmpreinte().equals(empreinte(v.id(), code.replaceAll("\\s", "")))) {
      base.sql("update engagement.code_de_signature set essais = essais + 1 where id = ?").param(e.id()).update();
      fautes.exiger(false, CHAMP, "CODE_DE_SIGNATURE_FAUX", "Ce n'est pas le code envoyé : relisez-le avec elle.").lever();
    }
    base.sql("update engagement.code_de_signature set servi_le = ? where id = ?").params(OffsetDateTime.now(horloge), e.id()).update();
    signer.parCode(personneId, contrat, e.envoyeA());
  }

  private static String empreinte(long version, String code) {
    return PresenterLeContrat.empreinte((version + ":" + code).getBytes(StandardCharsets.UTF_8));
  }
}
