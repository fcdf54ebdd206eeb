package fr.jalon.courriers.application;

import fr.jalon.courriers.application.Passerelles.Passerelle;
import fr.jalon.courriers.domaine.Entete;
import fr.jalon.courriers.domaine.Gabarit;
import fr.jalon.courriers.domaine.TexteBrut;
import fr.jalon.ecran.CalendrierIcs;
import fr.jalon.socle.Destination;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** E-mails through the Département's SMTP server. */
final class DepartDesCourriels implements Depart {
  private static final String ATTENTE_MS = "15000";
  private final Passerelle passerelle;
  private final Entete entete;
  private final boolean enClair;
  private final JavaMailSenderImpl poste = new JavaMailSenderImpl();

  DepartDesCourriels(Passerelle passerelle, String motDePasse, Entete entete) {
    this.passerelle = passerelle;
    this.entete = entete;
    poste.setHost(passerelle.adresse());
    poste.setPort(passerelle.port());
    poste.setDefaultEncoding(StandardCharsets.UTF_8.name());
    boolean compte = passerelle.identifiant() != null && !passerelle.identifiant().isBlank();
    enClair = compte && passerelle.destination().filter(Destination::sure).isEmpty();
    if (compte && !enClair) {
      poste.setUsername(passerelle.identifiant());
      poste.setPassword(motDePasse);
    }
    Properties p = poste.getJavaMailProperties();
    p.put("mail.smtp.auth", String.valueOf(compte));
    p.put("mail.smtp.starttls.enable", String.valueOf("STARTTLS".equals(passerelle.securite())));
    p.put("mail.smtp.starttls.required", String.valueOf("STARTTLS".equals(passerelle.securite())));
    p.put("mail.smtp.ssl.enable", String.valueOf("TLS".equals(passerelle.securite())));
    p.put("mail.smtp.ssl.checkserveridentity", "true");
    p.put("mail.smtp.connectiontimeout", ATTENTE_MS);
    p.put("mail.smtp.timeout", ATTENTE_MS);
    p.put("mail.smtp.writetimeout", ATTENTE_MS);
  }

  @Override
  public void envoyer(Partant message) {
    if (enClair) {
      throw new NonParti("Le mot de passe de la messagerie ne part pas en clair : réglez STARTTLS ou TLS, ou videz le compte.", true);
    }
    try {
      MimeMessage lettre = poste.createMimeMessage();
      MimeMessageHelper h = new MimeMessageHelper(lettre, true, StandardCharsets.UTF_8.name());
      h.setFrom(passerelle.expediteur(), entete.expediteur());
      h.setTo(message.vers());
      if (passerelle.reponse() != null && !passerelle.reponse().isBlank()) {
        h.setReplyTo(passerelle.reponse());
      }
      h.setSubject(message.objet());
      h.setText(TexteBrut.de(message.contenu()),
          "<!DOCTYPE html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>" + Gabarit.echapper(message.objet())
          + "</title></head><body>" + message.contenu() + "</body></html>");
      if (message.agenda() != null) {
        String ics = CalendrierIcs.invitation(message.agenda(), entete.expediteur(), passerelle.expediteur());
        h.addAttachment("rendez-vous.ics", new ByteArrayResource(ics.getBytes(StandardCharsets.UTF_8)), "text/calendar; charset=UTF-8; method=PUBLISH");
      }
      poste.send(lettre);
    } catch (MailAuthenticationException e) {
      throw new NonParti("Le serveur de messagerie refuse le compte de Jalon : vérifiez l'identifiant et le mot de passe.", true);
    } catch (MailException | MessagingException | UnsupportedEncodingException e) {
      boolean adresse = contient(e, jakarta.mail.SendFailedException.class) || contient(e, jakarta.mail.internet.AddressException.class);
      throw new NonParti(adresse ? "Le serveur de messagerie refuse cette adresse." : "Le serveur de messagerie ne répond pas.", !adresse);
    }
  }

  private static boolean contient(Throwable e, Class<? extends Throwable> quoi) {
    if (e instanceof org.springframework.mail.MailSendException envoi) {
      return envoi.getFailedMessages().values().stream().anyMatch(quoi::isInstance);
    }
    return quoi.isInstance(e) || e.getCause() != null && contient(e.getCause(), quoi);
  }
}
