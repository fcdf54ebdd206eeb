package fr.jalon;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Jalon, from the command line. */
@SpringBootApplication
public class Jalon {
  public static void main(String[] args) {
    SpringApplication.run(Jalon.class, args);
  }
}
