/* hs-name-counts.c: how common the words of names are
 *
 * Counted over the names of persons (10,874) and of bodies (8,915) on the list of
 * specially designated nationals that the U.S. Treasury publishes (public domain), each
 * word in the code of hs_name_code(); words of fewer than eight names are left out. A
 * word that many share tells less about who is meant.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-names-private.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  const char *code;
  guint16 count;
} Count;

/* In order of the bytes. */
static const Count counts[] = {
  { "Can", 10 }, { "Cang", 25 }, { "Cen", 15 }, { "Ceng", 11 }, { "Ci", 11 }, { "Cin", 11 }, { "Co", 9 },
  { "Coe", 15 }, { "Col", 55 }, { "Cong", 15 }, { "Cun", 26 }, { "GaTafi", 10 }, { "Gasan", 11 }, { "Gazi", 10 },
  { "Golam", 10 }, { "Golamreza", 10 }, { "Jang", 14 }, { "Sabib", 9 }, { "Sah", 15 }, { "Sahbaz", 9 },
  { "Sami", 8 }, { "Sarif", 9 }, { "Si", 8 }, { "Xairy", 8 }, { "Xalaf", 20 }, { "Xaled", 22 }, { "Xalid", 38 },
  { "Xalifa", 17 }, { "Xalil", 42 }, { "Xamis", 16 }, { "Xan", 71 }, { "Xanani", 8 }, { "Xayr", 9 }, { "Xazali", 9 },
  { "Xin", 13 }, { "a", 34 }, { "aGa", 23 }, { "aJar", 8 }, { "aSraf", 20 }, { "aXras", 14 }, { "abDadi", 13 },
  { "abDamid", 17 }, { "abas", 44 }, { "abdGafur", 9 }, { "abdXaliq", 10 }, { "abdalah", 92 }, { "abdaziz", 39 },
  { "abdelmalek", 12 }, { "abdelouadoud", 10 }, { "abdi", 12 }, { "abdkarim", 23 }, { "abdlah", 105 },
  { "abdlatif", 17 }, { "abdmajid", 15 }, { "abdmalik", 13 }, { "abdmuhsin", 15 }, { "abdqadir", 11 },
  { "abdrabuh", 11 }, { "abdrahim", 23 }, { "abdrahman", 94 }, { "abdrauf", 8 }, { "abdrehman", 11 },
  { "abdsalam", 21 }, { "abdurahman", 13 }, { "abdwahab", 21 }, { "abed", 10 }, { "abid", 13 }, { "abou", 33 },
  { "aboud", 8 }, { "abu", 293 }, { "abubakar", 22 }, { "abud", 8 }, { "adam", 17 }, { "adel", 19 }, { "adib", 9 },
  { "adil", 18 }, { "adnan", 29 }, { "adolfo", 11 }, { "aguilar", 13 }, { "ahdal", 11 }, { "ahmad", 256 },
  { "ahmadi", 8 }, { "ahmed", 169 }, { "aiSa", 11 }, { "ajmi", 9 }, { "akbar", 23 }, { "akram", 14 }, { "ala", 10 },
  { "alberto", 48 }, { "alejandro", 21 }, { "aleksandr", 51 }, { "aleksandroviC", 24 }, { "aleksei", 15 },
  { "aleksey", 21 }, { "alekseyeviC", 9 }, { "alex", 11 }, { "alexander", 59 }, { "alexei", 16 }, { "alfonso", 16 },
  { "alfredo", 18 }, { "ali", 488 }, { "aliaksandr", 19 }, { "alireza", 10 }, { "alonso", 9 }, { "alvarez", 31 },
  { "alvaro", 10 }, { "alyaksandr", 11 }, { "aman", 10 }, { "amar", 21 }, { "amer", 21 }, { "amezcua", 10 },
  { "amin", 37 }, { "amir", 47 }, { "ana", 9 }, { "anas", 10 }, { "anatolieviC", 13 }, { "anatolyeviC", 8 },
  { "andrei", 23 }, { "andres", 9 }, { "andrey", 35 }, { "andriy", 10 }, { "angel", 27 }, { "anizi", 10 },
  { "antonio", 78 }, { "anwar", 18 }, { "arab", 10 }, { "arelano", 9 }, { "arif", 10 }, { "armando", 16 },
  { "arturo", 27 }, { "asad", 52 }, { "asiri", 10 }, { "atiyah", 8 }, { "aung", 18 }, { "avila", 13 },
  { "awad", 31 }, { "aweys", 8 }, { "ayad", 14 }, { "ayeras", 8 }, { "ayman", 20 }, { "azam", 12 }, { "aziz", 17 },
  { "baGdadi", 8 }, { "baGeri", 8 }, { "baSar", 9 }, { "baSir", 33 }, { "badi", 9 }, { "badran", 8 }, { "bakr", 16 },
  { "bara", 9 }, { "barakat", 20 }, { "barera", 12 }, { "barzan", 11 }, { "basam", 10 }, { "basil", 9 },
  { "basyir", 14 }, { "bazi", 11 }, { "behzad", 11 }, { "beltran", 12 }, { "benjamin", 9 }, { "bilal", 19 },
  { "binali", 8 }, { "blanca", 14 }, { "borisoviC", 8 }, { "bosco", 8 }, { "buitrago", 11 }, { "cabalero", 8 },
  { "cabrera", 9 }, { "cardenas", 15 }, { "cardona", 9 }, { "carlos", 67 }, { "carmen", 9 }, { "castilo", 20 },
  { "castro", 20 }, { "cazares", 18 }, { "cazarez", 16 }, { "cesar", 18 }, { "cifuentes", 14 }, { "claudia", 11 },
  { "contreras", 15 }, { "corado", 8 }, { "cordon", 8 }, { "dahir", 13 }, { "daniel", 24 }, { "dari", 12 },
  { "darwiS", 10 }, { "david", 19 }, { "dehGan", 8 }, { "deng", 8 }, { "denis", 16 }, { "diaz", 27 }, { "diego", 9 },
  { "din", 50 }, { "dmitri", 11 }, { "dmitriy", 11 }, { "dmitry", 21 }, { "dokrat", 9 }, { "edgar", 11 },
  { "eduardo", 23 }, { "elena", 18 }, { "elias", 9 }, { "elkadafi", 9 }, { "emilio", 11 }, { "enrique", 31 },
  { "erik", 8 }, { "esmail", 12 }, { "fabio", 8 }, { "fadi", 10 }, { "fahad", 13 }, { "fahd", 10 }, { "faisal", 16 },
  { "falih", 9 }, { "farhad", 10 }, { "fawaz", 38 }, { "fawzi", 8 }, { "fayhan", 9 }, { "faysal", 14 },
  { "fazul", 11 }, { "felipe", 12 }, { "felix", 23 }, { "fernandez", 16 }, { "fernando", 23 }, { "figueroa", 9 },
  { "flores", 33 }, { "foz", 13 }, { "francisco", 24 }, { "franco", 9 }, { "fredy", 10 }, { "fuad", 27 },
  { "gaDafi", 9 }, { "gabriel", 14 }, { "gadafi", 21 }, { "galindo", 8 }, { "garcia", 42 }, { "garzon", 8 },
  { "gastelum", 22 }, { "genady", 8 }, { "george", 11 }, { "gerardo", 10 }, { "german", 9 }, { "gil", 9 },
  { "gilberto", 10 }, { "giraldo", 9 }, { "gomez", 34 }, { "gonzales", 9 }, { "gonzalez", 67 }, { "gonzalo", 8 },
  { "grajales", 12 }, { "grigorieviC", 10 }, { "grigoriyeviC", 12 }, { "guadalupe", 8 }, { "guerero", 9 },
  { "guilen", 9 }, { "guilermo", 10 }, { "gul", 13 }, { "gustavo", 21 }, { "gutierez", 21 }, { "guzman", 26 },
  { "ha", 9 }, { "haCem", 12 }, { "haSem", 8 }, { "haSim", 18 }, { "habib", 27 }, { "hadi", 26 }, { "hafez", 10 },
  { "hafiz", 40 }, { "haj", 22 }, { "hakim", 13 }, { "hamad", 17 }, { "hamed", 18 }, { "hamid", 47 },
  { "hamza", 25 }, { "han", 10 }, { "hani", 9 }, { "hanibal", 10 }, { "haqani", 22 }, { "harb", 13 },
  { "hariT", 14 }, { "harzi", 8 }, { "hasan", 243 }, { "hector", 16 }, { "hejazi", 8 }, { "herera", 11 },
  { "hernandez", 44 }, { "hiSam", 20 }, { "hiSan", 9 }, { "ho", 27 }, { "hosein", 48 }, { "housam", 8 },
  { "hryhoryaviC", 12 }, { "huang", 8 }, { "hugo", 8 }, { "humam", 11 }, { "humberto", 8 }, { "hun", 10 },
  { "husain", 18 }, { "husam", 25 }, { "husayn", 56 }, { "husein", 50 }, { "hyok", 14 }, { "ibara", 9 },
  { "ibrahim", 191 }, { "ignacio", 15 }, { "igor", 32 }, { "igoreviC", 8 }, { "ijaz", 10 }, { "il", 29 },
  { "imad", 13 }, { "inayat", 12 }, { "iqbal", 20 }, { "irina", 12 }, { "isa", 25 }, { "islam", 15 },
  { "ismael", 18 }, { "ismail", 40 }, { "ivan", 35 }, { "ivanoviC", 11 }, { "iyad", 15 }, { "jaber", 13 },
  { "jabir", 12 }, { "jaburi", 13 }, { "jafar", 22 }, { "jafari", 17 }, { "jaime", 13 }, { "jairo", 12 },
  { "jalal", 12 }, { "jamal", 30 }, { "jamil", 34 }, { "jan", 18 }, { "jang", 12 }, { "jasim", 16 }, { "javad", 16 },
  { "javed", 10 }, { "javier", 31 }, { "jawad", 12 }, { "jeny", 10 }, { "jesus", 61 }, { "jhon", 9 },
  { "jihad", 11 }, { "jin", 8 }, { "jo", 9 }, { "joaquin", 10 }, { "john", 18 }, { "jong", 15 }, { "jorge", 54 },
  { "jose", 136 }, { "josef", 14 }, { "juan", 49 }, { "judiT", 9 }, { "julio", 18 }, { "kabi", 9 },
  { "kalaSov", 11 }, { "kalev", 9 }, { "kamal", 16 }, { "kamel", 12 }, { "kang", 15 }, { "karim", 15 },
  { "katrangi", 11 }, { "katranji", 9 }, { "kim", 89 }, { "ko", 8 }, { "konstantin", 8 }, { "kwang", 13 },
  { "kyong", 19 }, { "kyu", 8 }, { "laredo", 8 }, { "lavila", 8 }, { "leanidaviC", 12 }, { "leon", 14 },
  { "leonardo", 10 }, { "leonid", 14 }, { "leonidoviC", 18 }, { "leyva", 8 }, { "li", 15 }, { "lina", 8 },
  { "londono", 8 }, { "lopez", 63 }, { "lorenzana", 10 }, { "luis", 69 }, { "lukaSenka", 19 }, { "lukaSenko", 19 },
  { "luna", 16 }, { "m", 24 }, { "maXlouf", 11 }, { "madani", 15 }, { "mahdi", 23 }, { "maher", 13 },
  { "mahmod", 13 }, { "mahmoud", 45 }, { "mahmud", 40 }, { "majid", 22 }, { "maki", 13 }, { "malik", 11 },
  { "man", 14 }, { "mansor", 9 }, { "mansour", 15 }, { "mansur", 24 }, { "manuel", 45 }, { "margarita", 9 },
  { "maria", 67 }, { "marin", 16 }, { "marina", 9 }, { "mario", 32 }, { "marquez", 12 }, { "martin", 23 },
  { "martinez", 28 }, { "marwan", 8 }, { "masri", 14 }, { "masud", 8 }, { "maung", 12 }, { "maxime", 8 },
  { "medina", 13 }, { "mehdi", 13 }, { "mejia", 26 }, { "mendez", 8 }, { "mendoza", 16 }, { "meza", 19 },
  { "miCael", 8 }, { "miSan", 8 }, { "miXail", 21 }, { "miXailoviC", 17 }, { "miXailovna", 10 }, { "miguel", 40 },
  { "mihaulauna", 9 }, { "milad", 9 }, { "min", 14 }, { "mir", 8 }, { "moGadam", 11 }, { "mohamad", 299 },
  { "mohamed", 338 }, { "mohd", 17 }, { "mohsen", 32 }, { "molina", 11 }, { "montoya", 8 }, { "morales", 15 },
  { "moreno", 18 }, { "morteza", 14 }, { "mosab", 11 }, { "mostafa", 15 }, { "mousa", 14 }, { "muStaq", 10 },
  { "muTana", 14 }, { "muamar", 18 }, { "mubarak", 13 }, { "mufti", 10 }, { "muhamad", 508 }, { "muhamed", 27 },
  { "muhanad", 8 }, { "muhsin", 17 }, { "mumin", 9 }, { "mun", 11 }, { "munir", 8 }, { "munoz", 14 }, { "murad", 9 },
  { "murilo", 11 }, { "musa", 35 }, { "musab", 13 }, { "muslim", 8 }, { "mustafa", 74 }, { "mutasim", 11 },
  { "mutayri", 11 }, { "muwafaq", 10 }, { "myong", 13 }, { "nabil", 16 }, { "nader", 9 }, { "naim", 12 },
  { "nam", 23 }, { "naser", 33 }, { "nasif", 14 }, { "nasir", 18 }, { "natalia", 12 }, { "natalya", 12 },
  { "nayif", 13 }, { "niebla", 13 }, { "nikolaeviC", 21 }, { "nikolai", 8 }, { "nikolayeviC", 10 }, { "nor", 17 },
  { "norzai", 10 }, { "nur", 14 }, { "o", 13 }, { "oTman", 9 }, { "oleg", 25 }, { "oleksandr", 16 },
  { "oleksiy", 8 }, { "olga", 10 }, { "omar", 64 }, { "ortega", 13 }, { "oscar", 33 }, { "pak", 28 }, { "para", 9 },
  { "pareja", 8 }, { "patricia", 15 }, { "paul", 11 }, { "pavel", 8 }, { "pavloviC", 9 }, { "pedro", 13 },
  { "pena", 14 }, { "perdomo", 8 }, { "perez", 45 }, { "peter", 14 }, { "portilo", 8 }, { "qaDafi", 22 },
  { "qadafi", 18 }, { "qasem", 11 }, { "qasim", 29 }, { "qatirji", 9 }, { "quintero", 14 }, { "raSid", 23 },
  { "rabi", 9 }, { "rafael", 21 }, { "rahim", 17 }, { "rahman", 35 }, { "ramadan", 10 }, { "ramirez", 30 },
  { "ramon", 33 }, { "ramzi", 9 }, { "raul", 19 }, { "rawi", 36 }, { "reda", 10 }, { "rehman", 14 }, { "reyes", 19 },
  { "reza", 72 }, { "ri", 39 }, { "ricardo", 14 }, { "rida", 9 }, { "rincon", 11 }, { "rios", 10 }, { "rivera", 19 },
  { "roberto", 13 }, { "rodrigo", 8 }, { "rodriguez", 61 }, { "rojas", 12 }, { "romero", 12 }, { "rosario", 12 },
  { "ruben", 11 }, { "ruelas", 9 }, { "ruiz", 12 }, { "ryhoraviC", 12 }, { "s", 10 }, { "sab", 16 },
  { "sabawi", 27 }, { "sad", 45 }, { "sadam", 11 }, { "sadi", 15 }, { "saed", 38 }, { "said", 74 }, { "saif", 23 },
  { "salah", 32 }, { "salazar", 30 }, { "saleh", 66 }, { "salem", 14 }, { "salih", 57 }, { "salim", 46 },
  { "salman", 31 }, { "salvador", 8 }, { "sami", 15 }, { "samir", 15 }, { "sanCez", 36 }, { "santos", 8 },
  { "saqr", 9 }, { "sati", 11 }, { "sayed", 17 }, { "sayf", 10 }, { "sergei", 31 }, { "sergey", 32 },
  { "sergeyeviC", 11 }, { "sergio", 16 }, { "serhiy", 9 }, { "serna", 10 }, { "seyed", 39 }, { "simon", 14 },
  { "son", 8 }, { "song", 21 }, { "su", 25 }, { "suXorenko", 9 }, { "suarez", 8 }, { "sulaiman", 9 },
  { "sulayman", 25 }, { "sultan", 22 }, { "sun", 10 }, { "svetlana", 9 }, { "taha", 15 }, { "taher", 8 },
  { "tahir", 13 }, { "talib", 23 }, { "tarek", 8 }, { "tariq", 14 }, { "teresa", 9 }, { "tikriti", 63 },
  { "toXtaXunov", 9 }, { "tong", 8 }, { "tores", 35 }, { "trevino", 8 }, { "trinidad", 9 }, { "turki", 30 },
  { "u", 23 }, { "uTman", 11 }, { "ubaydah", 11 }, { "uladzimiraviC", 9 }, { "umar", 44 }, { "vadim", 8 },
  { "valencia", 32 }, { "valeryeviC", 13 }, { "varela", 11 }, { "vargas", 23 }, { "vasilyeviC", 14 },
  { "vasquez", 8 }, { "velasquez", 10 }, { "velez", 8 }, { "vera", 10 }, { "victor", 38 }, { "viktar", 12 },
  { "viktor", 27 }, { "viktoroviC", 14 }, { "vila", 13 }, { "vladimir", 52 }, { "vladimiroviC", 30 },
  { "vladimirovna", 10 }, { "vyaCeslavoviC", 8 }, { "wael", 9 }, { "wai", 9 }, { "waked", 10 }, { "wali", 11 },
  { "walid", 27 }, { "wang", 16 }, { "wasem", 9 }, { "wei", 18 }, { "wiliam", 8 }, { "win", 9 }, { "won", 9 },
  { "yahya", 34 }, { "yasin", 33 }, { "yasir", 10 }, { "yazid", 8 }, { "yong", 25 }, { "yousef", 19 }, { "yu", 9 },
  { "yunis", 14 }, { "yuri", 8 }, { "yurieviC", 8 }, { "yuriy", 9 }, { "yuryeviC", 8 }, { "yusif", 13 },
  { "yusuf", 34 }, { "zabin", 9 }, { "zafar", 8 }, { "zahrani", 8 }, { "zaid", 8 }, { "zambada", 13 },
  { "zapata", 9 }, { "zevalos", 9 },
};

/* Of bodies, in order of the bytes. */
static const Count body_counts[] = {
  { "1", 11 }, { "Cam", 16 }, { "Camkat", 9 }, { "Canel", 8 }, { "Caritable", 91 }, { "Carity", 25 },
  { "Cemical", 23 }, { "Cemicals", 12 }, { "Cemistry", 8 }, { "Cina", 15 }, { "Gadir", 28 }, { "Sabab", 13 },
  { "Sahid", 68 }, { "Sam", 28 }, { "SanGai", 19 }, { "Sanab", 8 }, { "SarG", 20 }, { "Saria", 16 }, { "Sarif", 11 },
  { "Serkat", 17 }, { "Serkate", 9 }, { "Sip", 53 }, { "Sipbuilding", 10 }, { "Siping", 217 }, { "Sipyard", 11 },
  { "Sore", 11 }, { "Xam", 13 }, { "Xayriya", 31 }, { "Xomeini", 10 }, { "Xorasan", 9 }, { "a", 31 }, { "aStar", 10 },
  { "aXmat", 9 }, { "abdul", 8 }, { "abu", 18 }, { "ad", 18 }, { "administration", 14 }, { "advanced", 8 },
  { "aero", 10 }, { "aerospace", 10 }, { "afairs", 10 }, { "africa", 30 }, { "agency", 24 }, { "agricola", 15 },
  { "agropecuaria", 12 }, { "ahrar", 9 }, { "aid", 13 }, { "air", 39 }, { "aircraft", 8 }, { "airlines", 17 },
  { "akZionernoe", 38 }, { "alharamain", 16 }, { "alharamayn", 16 }, { "alharamein", 16 }, { "ali", 13 },
  { "almaz", 11 }, { "aluminum", 15 }, { "amer", 9 }, { "amin", 8 }, { "ansar", 67 }, { "antey", 11 }, { "ao", 28 },
  { "aqsa", 216 }, { "ar", 11 }, { "arab", 15 }, { "armed", 18 }, { "army", 59 }, { "arya", 8 }, { "as", 12 },
  { "asa", 18 }, { "asbl", 10 }, { "ascotec", 9 }, { "asia", 13 }, { "asociation", 57 }, { "atlas", 15 },
  { "auto", 10 }, { "avia", 14 }, { "aviation", 16 }, { "banco", 15 }, { "bandar", 11 }, { "bangladeS", 12 },
  { "bank", 256 }, { "base", 8 }, { "basij", 13 }, { "batalion", 16 }, { "belarus", 9 }, { "belarusian", 10 },
  { "beograd", 11 }, { "bin", 9 }, { "bir", 8 }, { "blue", 14 }, { "bonyad", 20 }, { "bosnia", 8 }, { "branC", 22 },
  { "brigade", 33 }, { "brigades", 17 }, { "brokerage", 10 }, { "bros", 16 }, { "building", 16 }, { "bureau", 35 },
  { "busines", 18 }, { "bustan", 8 }, { "c", 28 }, { "ca", 41 }, { "cal", 9 }, { "canada", 8 }, { "capital", 19 },
  { "car", 11 }, { "cargo", 11 }, { "caribe", 8 }, { "casa", 13 }, { "casino", 11 }, { "castle", 8 },
  { "cement", 19 }, { "central", 25 }, { "centre", 85 }, { "centro", 8 }, { "ci", 14 }, { "cia", 58 },
  { "cimex", 10 }, { "city", 9 }, { "civil", 11 }, { "club", 17 }, { "colombia", 20 }, { "comercial", 71 },
  { "comercializadora", 40 }, { "comite", 101 }, { "compania", 22 }, { "complex", 33 }, { "comunications", 10 },
  { "concern", 20 }, { "congo", 14 }, { "consorcio", 8 }, { "construction", 54 }, { "constructora", 20 },
  { "consulting", 12 }, { "contracting", 11 }, { "coperation", 9 }, { "coperative", 10 }, { "corporacion", 10 },
  { "corps", 23 }, { "council", 16 }, { "credit", 22 }, { "crimea", 8 }, { "crimean", 9 }, { "criminal", 8 },
  { "cv", 266 }, { "dalian", 16 }, { "damascus", 18 }, { "dandong", 28 }, { "darya", 16 }, { "dawa", 28 },
  { "day", 12 }, { "defence", 29 }, { "del", 59 }, { "democratic", 11 }, { "des", 12 }, { "desarolo", 11 },
  { "design", 12 }, { "development", 154 }, { "digital", 8 }, { "din", 11 }, { "directorate", 18 },
  { "distribuidora", 13 }, { "distribution", 8 }, { "division", 11 }, { "dmc", 8 }, { "do", 24 }, { "dok", 8 },
  { "drug", 17 }, { "e", 134 }, { "ead", 8 }, { "east", 32 }, { "economic", 16 }, { "egypt", 9 }, { "el", 51 },
  { "electricity", 13 }, { "electronic", 21 }, { "electronics", 24 }, { "elisa", 13 }, { "empresa", 13 },
  { "en", 30 }, { "energy", 58 }, { "enginering", 63 }, { "enterprise", 50 }, { "enterprises", 11 }, { "eod", 26 },
  { "equipment", 10 }, { "est", 14 }, { "establiSment", 34 }, { "estate", 9 }, { "eu", 15 }, { "ev", 9 },
  { "exCange", 108 }, { "exploration", 11 }, { "export", 47 }, { "falcon", 9 }, { "families", 8 }, { "farm", 31 },
  { "farmaceutical", 10 }, { "feap", 11 }, { "federal", 15 }, { "fi", 15 }, { "filipines", 9 }, { "finance", 16 },
  { "financial", 25 }, { "first", 13 }, { "fleurete", 8 }, { "force", 42 }, { "forces", 34 }, { "foreign", 17 },
  { "foreningen", 9 }, { "foundation", 184 }, { "fre", 11 }, { "freiGt", 14 }, { "front", 21 }, { "fuel", 9 },
  { "fund", 26 }, { "fundacion", 13 }, { "furqan", 12 }, { "futbol", 8 }, { "g", 9 }, { "ganadera", 10 },
  { "gas", 27 }, { "gasolinera", 8 }, { "gems", 21 }, { "general", 99 }, { "generation", 14 }, { "global", 32 },
  { "god", 11 }, { "golden", 24 }, { "gostar", 18 }, { "grand", 20 }, { "grande", 8 }, { "gren", 12 },
  { "group", 263 }, { "grupo", 51 }, { "guard", 17 }, { "guards", 12 }, { "gulf", 19 }, { "h", 8 }, { "haji", 21 },
  { "harakat", 19 }, { "haram", 9 }, { "haramain", 34 }, { "haramayn", 23 }, { "haramein", 20 }, { "hasan", 10 },
  { "hawala", 19 }, { "hayat", 9 }, { "healT", 9 }, { "help", 10 }, { "heritage", 11 }, { "hezbolah", 10 },
  { "hizbalah", 11 }, { "holding", 87 }, { "holdings", 24 }, { "holy", 13 }, { "hong", 22 }, { "hotel", 26 },
  { "house", 18 }, { "humanitarian", 29 }, { "i", 62 }, { "ihya", 10 }, { "imam", 34 }, { "imperial", 10 },
  { "import", 40 }, { "importadora", 12 }, { "indian", 9 }, { "indonesia", 14 }, { "industrial", 72 },
  { "industries", 116 }, { "industry", 91 }, { "information", 10 }, { "inma", 10 }, { "inmobiliaria", 37 },
  { "institute", 49 }, { "institution", 10 }, { "insurance", 16 }, { "inteligence", 9 }, { "internacional", 24 },
  { "internal", 10 }, { "international", 214 }, { "intertrade", 8 }, { "inversiones", 60 }, { "invest", 11 },
  { "investmenZ", 30 }, { "investment", 112 }, { "iran", 138 }, { "iranian", 71 }, { "iraq", 30 }, { "irgc", 14 },
  { "irisl", 8 }, { "iron", 9 }, { "isil", 9 }, { "isis", 23 }, { "islam", 25 }, { "islami", 32 }, { "islamic", 229 },
  { "islamiya", 22 }, { "islamiyah", 13 }, { "j", 11 }, { "jahan", 11 }, { "jaiS", 10 }, { "jamat", 38 },
  { "jamia", 16 }, { "jamiat", 11 }, { "jayS", 10 }, { "jemah", 9 }, { "jewelery", 20 }, { "jewelry", 14 },
  { "jihad", 66 }, { "joint", 106 }, { "jsc", 34 }, { "jund", 11 }, { "k", 13 }, { "kaSmir", 9 }, { "kai", 9 },
  { "kala", 15 }, { "kapital", 8 }, { "kaveh", 21 }, { "kerC", 9 }, { "kg", 20 }, { "kiS", 36 }, { "kings", 11 },
  { "kompaniya", 10 }, { "kong", 11 }, { "korea", 88 }, { "korean", 12 }, { "kurdistan", 17 }, { "l", 8 },
  { "la", 78 }, { "laSkar", 8 }, { "lajnat", 10 }, { "land", 17 }, { "las", 8 }, { "lc", 20 }, { "leasing", 8 },
  { "lebanese", 15 }, { "lebanon", 17 }, { "levant", 15 }, { "liability", 25 }, { "liberation", 31 }, { "lil", 14 },
  { "limitada", 12 }, { "limited", 16 }, { "lines", 25 }, { "liwa", 8 }, { "logistics", 24 }, { "los", 26 },
  { "ltda", 174 }, { "m", 31 }, { "maCine", 11 }, { "maCinery", 15 }, { "madrasa", 23 }, { "main", 11 },
  { "mal", 13 }, { "malek", 8 }, { "management", 96 }, { "manufacturing", 21 }, { "marine", 32 }, { "maritime", 25 },
  { "marquez", 8 }, { "martyrs", 17 }, { "materials", 12 }, { "media", 20 }, { "medical", 17 }, { "mehdi", 9 },
  { "mehr", 15 }, { "meli", 16 }, { "metal", 8 }, { "metalurgy", 11 }, { "midle", 17 }, { "military", 19 },
  { "mineral", 16 }, { "mines", 9 }, { "mining", 31 }, { "ministry", 58 }, { "minsk", 11 }, { "mobin", 9 },
  { "money", 60 }, { "movement", 52 }, { "mu", 22 }, { "muasasat", 16 }, { "mujahiden", 14 }, { "mujahidin", 25 },
  { "myanmar", 18 }, { "naft", 17 }, { "national", 66 }, { "negocios", 8 }, { "network", 11 }, { "new", 30 },
  { "niru", 10 }, { "noble", 13 }, { "norT", 18 }, { "novin", 21 }, { "nuclear", 18 }, { "nusrat", 11 }, { "o", 22 },
  { "oao", 8 }, { "obSCestvo", 62 }, { "ocean", 31 }, { "od", 24 }, { "of", 11 }, { "ofSore", 27 }, { "ofice", 13 },
  { "ograniCenoi", 30 }, { "oil", 64 }, { "ojsc", 15 }, { "one", 11 }, { "open", 20 }, { "operadora", 10 },
  { "operation", 8 }, { "organisation", 154 }, { "otkrytoe", 13 }, { "otveZtvenostyu", 29 }, { "overseas", 9 },
  { "oy", 8 }, { "p", 9 }, { "pakistan", 12 }, { "palestine", 36 }, { "palestinian", 28 }, { "panama", 15 },
  { "pang", 13 }, { "pars", 50 }, { "parsian", 10 }, { "partners", 13 }, { "party", 22 }, { "pasdaran", 8 },
  { "paya", 9 }, { "peoples", 33 }, { "persia", 8 }, { "persian", 17 }, { "peru", 10 }, { "petro", 11 },
  { "petroCemical", 105 }, { "petroleum", 20 }, { "piSro", 11 }, { "pjs", 10 }, { "plant", 20 }, { "plaza", 10 },
  { "popular", 13 }, { "port", 34 }, { "pouya", 9 }, { "power", 12 }, { "printing", 8 }, { "prison", 23 },
  { "producZ", 9 }, { "production", 28 }, { "projecZ", 16 }, { "project", 9 }, { "properties", 21 },
  { "protection", 10 }, { "province", 17 }, { "public", 25 }, { "qaida", 21 }, { "qeSm", 14 }, { "qods", 10 },
  { "quds", 17 }, { "quran", 18 }, { "r", 8 }, { "radio", 13 }, { "rahmah", 17 }, { "ramak", 8 }, { "razavi", 13 },
  { "real", 16 }, { "reconstruction", 15 }, { "red", 8 }, { "refinery", 12 }, { "refining", 12 }, { "relief", 31 },
  { "renovation", 8 }, { "republic", 34 }, { "republican", 10 }, { "researC", 51 }, { "resistance", 19 },
  { "resort", 14 }, { "resources", 12 }, { "restaurante", 9 }, { "revival", 8 }, { "revolution", 14 },
  { "revolutionary", 42 }, { "rihs", 55 }, { "rivers", 8 }, { "rl", 54 }, { "romans", 11 }, { "royal", 15 },
  { "rusian", 13 }, { "sac", 12 }, { "sahel", 10 }, { "sal", 76 }, { "salah", 17 }, { "saman", 14 }, { "san", 9 },
  { "sanabil", 28 }, { "sanat", 33 }, { "sanatorium", 12 }, { "sanaye", 11 }, { "santa", 12 }, { "sarafi", 9 },
  { "sas", 60 }, { "satelite", 9 }, { "sc", 12 }, { "science", 11 }, { "sciences", 15 }, { "scientific", 12 },
  { "scs", 22 }, { "sea", 26 }, { "seaport", 11 }, { "secours", 8 }, { "security", 59 }, { "sepah", 11 },
  { "sepahan", 15 }, { "service", 17 }, { "services", 69 }, { "servicio", 11 }, { "servicios", 22 },
  { "sevastopol", 9 }, { "silver", 11 }, { "siman", 10 }, { "sina", 37 }, { "sinabil", 9 }, { "sino", 9 },
  { "sirketi", 11 }, { "sky", 9 }, { "smart", 9 }, { "smile", 13 }, { "social", 10 }, { "sociedad", 20 },
  { "society", 78 }, { "sol", 11 }, { "soldiers", 11 }, { "solidarity", 8 }, { "souT", 24 }, { "sovfraCt", 9 },
  { "spanm", 9 }, { "spanmal", 9 }, { "special", 15 }, { "spr", 16 }, { "star", 33 }, { "stars", 15 },
  { "state", 97 }, { "station", 9 }, { "steklovolokno", 9 }, { "stel", 60 }, { "stiCting", 12 }, { "stiftelse", 18 },
  { "stok", 89 }, { "stroi", 9 }, { "stroytransgaz", 9 }, { "strugle", 9 }, { "sun", 10 }, { "suna", 10 },
  { "sunah", 11 }, { "suply", 8 }, { "suport", 19 }, { "swediS", 9 }, { "syria", 15 }, { "syrian", 36 },
  { "system", 9 }, { "systems", 18 }, { "tadbir", 15 }, { "taliban", 14 }, { "tariq", 12 }, { "tavon", 8 },
  { "teC", 13 }, { "teCnologies", 21 }, { "teCnology", 62 }, { "tehran", 24 }, { "tehrek", 8 }, { "tehrik", 8 },
  { "tejarat", 14 }, { "television", 17 }, { "ticaret", 10 }, { "tir", 8 }, { "tiva", 8 }, { "to", 26 },
  { "tose", 17 }, { "tourism", 22 }, { "tours", 8 }, { "trade", 87 }, { "trading", 284 }, { "trafiking", 18 },
  { "trans", 21 }, { "transfer", 11 }, { "transport", 20 }, { "transportation", 28 }, { "travel", 21 },
  { "trust", 49 }, { "try", 11 }, { "tunisia", 8 }, { "turaT", 12 }, { "tv", 17 }, { "two", 9 }, { "ud", 10 },
  { "ul", 46 }, { "union", 16 }, { "unitary", 10 }, { "united", 13 }, { "universal", 16 }, { "university", 23 },
  { "uralvagonzavod", 8 }, { "v", 12 }, { "va", 26 }, { "vabo", 10 }, { "vale", 13 }, { "ve", 12 },
  { "venezuela", 15 }, { "wa", 19 }, { "wad", 9 }, { "wal", 17 }, { "welfare", 46 }, { "west", 18 }, { "wiT", 8 },
  { "wings", 8 }, { "world", 15 }, { "y", 155 }, { "yalta", 13 }, { "yarmouk", 10 }, { "yazd", 9 }, { "yemen", 15 },
  { "youT", 9 }, { "zavod", 16 }, { "zinc", 8 },
};

static int
compare (const void *key,
         const void *element)
{
  return strcmp (key, ((const Count *) element)->code);
}

/* Of about #HS_NAME_COUNTED; 2 for a word that is in no list. */
guint
hs_name_count (const char *code)
{
  const Count *found = bsearch (code, counts, G_N_ELEMENTS (counts), sizeof counts[0], compare);

  return found != NULL ? found->count : 2;
}

/**
 * hs_name_body_count:
 * @code: the sound of a word, see hs_name_code()
 *
 * Returns: how often it was counted among the words of names of bodies; 2 for one that is
 *   in no list
 */
guint
hs_name_body_count (const char *code)
{
  const Count *found = bsearch (code, body_counts, G_N_ELEMENTS (body_counts), sizeof body_counts[0], compare);

  return found != NULL ? found->count : 2;
}
