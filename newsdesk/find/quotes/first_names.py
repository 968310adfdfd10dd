"""Common first names in the news of many languages, by gender; those in both lists tell none."""

from __future__ import annotations

from newsdesk.find.word_lists import word_set

MALE_NAMES = word_set(
    """jo nicola toni noor camille iman dale gael alasdair don ed dante james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark
    donald steven paul andrew joshua kenneth kevin brian george timothy ronald jason edward jeffrey ryan jacob
    gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank raymond jack
    dennis jerry tyler aaron henry peter adam zachary walter kyle harold carl jeremy keith roger arthur lawrence
    sean ethan austin joe albert jesse bryan billy bruce willie jordan dylan alan ralph gabriel roy juan wayne
    eugene logan randy louis russell vincent philip bobby johnny bradley tim bill bob jim mike tom ted steve dan
    ben ken marco jeff chris vladimir volodymyr dmitry dmytro sergei sergey serhiy andriy andrei alexander
    oleksandr mikhail mykhailo ivan igor oleg boris viktor emmanuel friedrich olaf keir rishi recep mehmet ahmed
    mohammed muhammad ali hassan omar abdullah xi jens mateusz andrzej radoslaw viktor giuseppe mario antonio
    pedro carlos luis jose jorge pablo hans klaus wolfgang jean pierre francois nicolas bernard lech yuri rustem
    kyrylo denys oleh pavel petr hakan benyamin benjamin narendra rajiv shinzo fumio jacob cornell
    bernie rudy elijah geoffrey simon neil nigel graham ian stuart alastair hugh giles leo karl otto
    lars sven erik nils matti jan marek tomas milos aleksandar howard colin derek desmond duncan edmund edwin ernest
    felix francis gareth gavin gerald gerard gilbert glenn gordon harry harvey hector herbert horace howard iain ivor
    jasper jed julian kieran lachlan leonard leslie lewis liam lionel lloyd luke malcolm marcus marvin maurice miles
    mitchell murray ned neville norman norris oscar oswald otis owen percy quentin ralph rex rhys roderick rodney roland
    rory rowan rupert seamus sebastian sidney spencer stanley terence theodore toby tobias trevor tristan tyrone vernon
    victor wallace warren wilfred winston rhodri idris hamish angus alec aidan callum declan eamon fergus niall padraig
    rafael mateo miguel diego fernando francisco javier alejandro andres raul ricardo roberto sergio joaquin emilio
    enrique felipe gustavo ignacio ignazio rodrigo santiago vicente joao paulo tiago nuno rui bruno thiago luca matteo
    lorenzo alessandro stefano paolo franco luigi claudio fabio enzo etienne guillaume henri jacques laurent luc marc
    mathieu olivier philippe thierry yves gunther heinrich helmut jurgen johann ludwig rainer stefan ulrich uwe bjorn
    gustav henrik jens kjell magnus mikkel olav rasmus torsten antti jukka pekka juha krzysztof jakub lukasz maciej
    pawel piotr stanislaw wojciech zbigniew jaroslav ondrej vaclav zdenek gyorgy istvan laszlo sandor zoltan bogdan
    ion mihai radu dragan goran nikola zoran stelios giorgos kostas nikos yannis dimitris emre murat mustafa osman
    selim tayyip yusuf khalid karim hamid ibrahim ismail jamal kamal mahmoud nasser rashid samir tariq walid youssef
    bashar abbas masoud javad hossein reza amir avi moshe shimon ehud itamar bezalel yitzhak arjun anil ashok ajay
    deepak manoj rajesh sanjay sunil vijay vikram imran asif bilal faisal kwame kofi kwabena chidi emeka tunde babatunde
    oluwaseun sipho thabo cyril tendai joko prabowo hiroshi kenji takashi yoshi shigeru
    abel abraham adnan adrian agustin ahmad akram akshay aldo alejo alessio alex alexis alfonso alfred alfredo
    alistair allan allen alvaro alvin amadou amal amit amos anatoly anders andre andrea andreas angelo antoine anton
    antonis anwar archie ariel arman armando arnaud arne arnold arsene artem artur arturo arvind asher ashley ashraf
    athanasios atif augusto aurelio avigdor axel aziz barnaby barry bart basil bastian benito benoit bernd bertrand
    bharat bohdan boyko brad branko brendan brett bryce byron caleb cameron carey carsten casey cedric cem cesar chad
    chandra christian christoph christophe christos chuck clarence clark claude clement cliff clifford clive clyde
    cody connor conor constantin corey courtney craig cristian cristiano curtis cyrus damian damien damon dana danilo
    danny darius darrell darren daryl dave davide dean debashish demetrius derrick dexter didier dieter dimitri dinesh
    dirk domingo dominic dominik dominique doug douglas drew duarte dusan dwayne dwight earl eberhard edgar edi
    edoardo edouard eduard eduardo efrain egor eitan eli elias elliot elliott elmer emanuel emil emiliano
    ephraim erdal erich ernesto ernie ervin esteban evan evgeny ezra fabian fadi farid fatih federico fedor ferdinand
    fernand fidel filip filippo fletcher florian floyd forrest franklin fred freddie frederic frederick frederik
    fredrik friedhelm fritz gabor gaetano garry gaston gavriel gennady geoff gerardo gerhard gerry gheorghe gian
    gianluca gianni gideon gino giovanni glen grant greg gregor gregorio guido guilherme guillermo gunnar guy hadi
    haim hakim hamad hamza hanif hank hans-peter harald haris harrison harsh hartmut harun hasan hashim hayden heiko
    helge henrique herman hermann hideki hossam hubert hugo humberto hussain hussein iago ibrahima idriss igal ihor
    ilham ilya imre inaki ingo ioannis isaac isaiah isidro ismael ivar ivica ivo jaap jacek jacinto jackie jaime jake
    jalen jamaal jamie jamil janez janos janusz jarred jarrod jay jayant jeffery jeroen jerome jesper jimmy
    joachim joel johan johannes jon jonas jorg joris josef josip jost juanjo juergen julio julius junaid kaan kamil
    kareem karel karol kasper kazimierz kelvin kemal kenny kerem kerry khaled kilian kim kiran kirk klaas klemens koji
    konrad konstantin konstantinos kris krishna kristian kristof kristoffer kunal kurt ladislav lamar lance lazaro
    leander leandro lenny leon leonardo leonid leopold leroy levi lindsay linus lothar lowell luciano ludovic luka
    lukas lutz lyle lyndon lynn mahdi mahesh mahmud majid malik manfred manish manny manuel marat marcel
    marcelino marcelo marcin marcio marian mariano marin marion marius marko markus marlon martin marty marwan massimo
    massoud mats matt matthias matthieu matus mauricio mauro max maxim maxime maximilian melvin menachem merrick
    mervyn micah michal michele mick mickey mihail mihaly mikael miklos milorad miloslav miro miroslav mladen morgan
    moses moussa mukesh murad murtaza musa nabil nadeem nadir naseem nathan nathaniel naveen navid neal nelson nenad
    nestor nick nicos nikita nikolai nikolaos nikolaus nikolay nir nirav nisar noah noam noel octavio ola olafur ole
    oliver omri onur orlando orrin osama osvaldo otmar paddy panagiotis panos pascal pasquale pat patricio patrick
    patrik paulius pavlo peer pervez petar pete petros petteri phil phillip pietro piyush prakash pranav preston
    rachid radovan rafe raffaele raheem rahul raj rajan raju rakesh ralf ramesh rami ramiro ramon ramzi randall
    randolph raphael rasheed ravi ray raymundo reggie reginald reinhard reinhold remy renato renzo reuben riad rick
    ricky rob robbie robin rocco rodolfo rodrigue roelof rogelio rohan rohit rolf romain roman romano ron ronan ronen
    ronnie roque ross rowland ruben rudolf rudolph rufus ruslan rusty ryszard saad sachin sadiq saeed saif
    sajid salah saleh salim salman salvador salvatore sam sami sammy samson samuele sandy sanjeev sardar sasha satish
    saul saverio scot sergiu seth shahbaz shahid shane shannon shaukat shaun shawn sherman shlomo sid siegfried
    siegmund sigmar silvester silvio simeon simone sinan slobodan soren spiros stacy stan stanislav stavros stefanos
    steffan steffen stephane sterling stewart stipe subhash suleiman suresh svetozar syed sylvain tadeusz tahir taiwo
    talal tanner tarek taro tarun tate tauno taylor teddy teo terje terrence terry thabiso thaddeus thanos theo
    theodor thorsten tiberiu tibor timo timur titus tobie tod todd tommaso tommy tony tracy travis trent troy udo ugo
    umar umberto umit unai uri urs usman vadim valentin valeriy valery vasil vasily vasyl vaughn veselin vic vikas
    viktoras vincente vincenzo vinod virgil vitali vitaliy vitaly vito vittorio vivek vlad vladislav vlado vladyslav
    volkan volker wade wael wahid waldemar waleed wally wasim wes wesley weston wilbur wiley wilhelm will willem
    wilson wim wladyslaw woody wyatt xavier yaakov yahya yakov yannick yaroslav yasir yasser yehuda yevgeny yigal
    yitzchak yoav yoel yosef yossi younes yunus yuriy yusef zac zach zack zaid zane zeev zeljko ziad zlatko zvi
    bert burt gus abe herb irving mort stu syd wilf alf alfie ollie rudi josh matty zeke rich tam jerzy"""
)
FEMALE_NAMES = word_set(
    """jan rowan steph winnie sherrie bev tina ava aparna chante mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra
    ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca sharon laura cynthia
    kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel
    carolyn janet catherine maria heather diane ruth julie olivia joyce virginia victoria kelly lauren christina
    joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa ann sara madison frances kathryn
    janice jean alice abigail sophia grace denise amber doris marilyn danielle beverly isabella theresa diana
    natalie brittany charlotte marie kayla alexis lori hillary ivana melania ivanka claire kira olena
    yulia tatiana natalia svetlana oksana iryna irina olga ursula annalena giorgia kaja ursula sanna mette marine
    angela christine theresa liz priti nicola yvette rachel jill kamala carmen lucia elena sofia ana julia
    katarina magdalena zuzana dalia maia roberta annegret nikki debbie loretta alison agnes aileen annabel anne
    annie antonia audrey beatrice bernadette bethany bridget briony carla caroline cecilia celia charlene chloe clara
    clare colette daphne dawn deirdre delia dora doreen dorothy edith eileen elaine eleanor ellen elsie esther ethel eva
    eve felicity fiona flora florence freda frieda gemma georgia georgina geraldine gertrude gillian glenda greta gwen
    harriet hazel heidi hilda imogen ingrid irene iris isobel ivy jane janine jemima jenna jenny jessie joanna joanne jodie
    josephine josie joy judy juliet june katie kirsty lara leah lena lesley lillian lily lorna lorraine louise lucinda
    lucy lydia mabel maeve maisie mandy marcia margot marian marianne marina marion marjorie martina matilda maud maude
    maureen mavis maxine melanie mia mildred millie miranda miriam moira molly mona monica muriel myra nadia nadine
    naomi nora noreen norma olive paige patsy paula pauline pearl penelope penny petra philippa phoebe phyllis pippa
    poppy prudence rhoda rita rosa rosalind rose rosemary rosie roxanne sally sadie saoirse sheila shona sian sinead siobhan
    sonia stella sybil sylvia tabitha tamara tania tara tessa thelma tilda trudy una ursula valerie vanessa vera verity
    violet vivian wendy winifred yvonne zara zoe aoife niamh roisin orla grainne eluned carys ffion bronwen ines ines
    alejandra beatriz catalina consuelo cristina dolores esperanza gabriela gloria guadalupe isabel juana leticia luisa
    lourdes manuela mercedes monica paloma pilar raquel rocio rosario soledad teresa francesca federica chiara silvia
    paola valentina adele amelie aurelie brigitte camille celine claudine delphine eloise genevieve marine mathilde
    simone sylvie therese anja birgit claudia gisela hannelore heike ilse inge johanna jutta karin monika sabine silke
    ute astrid britta freya gunilla liv maja signe solveig tove aino kirsi paivi tarja agnieszka beata ewa joanna
    katarzyna malgorzata zofia jana lenka marketa petra ilona katalin zsuzsa elif ayse emine fatma meral zeynep amina
    aisha fatima khadija layla leila mariam maryam nadia noor rania salma samira yasmin zainab zahra shabana asma benazir
    tzipi ayelet golda anjali deepa indira kavita lakshmi meena nirmala priya sunita adaeze ngozi chioma folake nkechi
    amara anke thandi nomsa lindiwe yuki sakura akiko keiko michiko yoko april carolina faith holly hollie milly savannah tilly
    abby abigael ada adela adelaide adriana adrienne agata agatha agneta agustina aida aimee aisling ajla alana alba
    alberta alejandrina alessandra alex alexandra alexandrina alexia alia alicia alina alisa alisha alissa alla
    allison alma almudena althea alva alyson alyssa amal amalia amira anabel anahita anais anastasia andreea aneta
    angelica angelina angelique angie anika aniko anisa anita ann-marie anna-maria annalisa anneke annelise annemarie
    annette annika antje antonella antonina anushka aparajita arancha aranxa ariana arianna ariel arlene arlette asha
    ashleigh aubrey aurora ayesha azadeh aziza bahar bea beatrix becky belen belinda bella bernadine bernice bertha
    bessie beth betsy bettina beverley bianca birgitta blanca blanche bobbie bonnie bozena brenna briana brianna
    bridgette britney brooke caitlin candace candice cara caren carey carina carissa carlotta carly carmela carola
    carole carolin carrie casey cassandra cassie cate caterina cathy cecile cecily celeste celina chantal charlotta
    charmaine chelsea cherie cheyenne christa christabel christel christiane christie cindy cinzia clarice clarissa
    clarisse claudette clementine cleo concetta connie constance cora coralie cordelia corinna corinne cornelia
    courtney cristiana crystal dagmar daisy dalila dana danica daniela danuta daria darla darlene dayna deanna debora
    deena deidre delilah delores demi denisa desiree dianne dilma dina dinah dominique donatella dorota dorothea dorte
    drew dulce edda edie edna edwina eglantine ekaterina elaina eleanora eleni eleonora eliana elina elisa elisabeth
    elise eliza ella ellie elodie eloisa elsa elspeth elvira emilia emilie emmanuelle enid erica erika erin erna
    ernestine esme estela estelle etta eugenia eugenie eunice eva-maria evangeline evelina evgenia fabienne fabiola
    fanny farah fariba farida fatou fawzia fay faye felicia fern fernanda filipa filomena fionnuala florentina fran
    francine francis francoise frederica friederike gabriella gabrielle gaby gail galina gayle gena genoveva georgette
    georgie germaine ghislaine gianna gilda gina ginger ginny giovanna gisele giulia giuliana giuseppina gladys golnaz
    graciela grazia gretchen gretel grietje griselda gudrun guiomar gwendolyn gwyneth hala haley halima halina hana
    hanan hanna hanne hayley heba hedwig helena helene helga helle hermione hester hettie hillevi huda iman ina inessa
    inga inger inna iolanda irena irma isabela isabelle isadora iwona izabela jacinta jackie jacquelyn jada
    jade jadwiga jaime jaime-lynn jamie janae janelle janette janina jasmin jasmine jayne jeanette jeanie jeanne
    jeannie jelena jemma jeni jenni jennie jeri jillian jo joana joann jocelyn joelle johanne jolanta jolene jolie
    joni jordan josefa josefina josephina juanita judi juliana julianna julianne julienne juliette julissa justine
    justyna kaitlin kaitlyn kamila kara karina karine karla karolina karoline karyn kasia kate katerina katharina
    katharine kathy katja katrin katrina katya kay kayleigh keely keira kelley kelsey kendra kerri kerry kerstin
    khadijah kiera kim kimberlee kimberley kinga kitty klara kris krista kristen kristi kristin kristina kristine
    krystal krystyna ksenia kyla kylie lana larissa latasha latifa latoya laureen laurel lauretta laurette lea leana
    leann leanne lee-ann leigh-anne leilani lela lenore leona leonie leonor leonora leora leslee leslie letizia lia
    liana lidia liesbeth lieve lila lilian liliana lilit lilith lillie lina lindsay linnea lisbeth lise lise-lotte
    livia liza lizzie lizzy loes lola loreen lorena lorie lorri lottie louella lucie lucille lucrezia ludmila luz
    luzia lyda lyn lynda lynette lynn lynne lyubov macarena mackenzie maddalena madeleine madeline madelyn magali
    magda maggie mai maike maire maite malgosia malia malin mallory mamie manal manon mara marcela marcella
    marcelle marcy mared margaretha margarita marge margherita margie margit margo margrethe marguerite mari
    maria-jose mariah mariana marianna maribel maricela marie-claire marie-louise marieke mariella marietta marijke
    marika marilena marinela marinella mariola marisa marisol marissa maristela marit marita marla marlene marlies
    marna marta marte martine mary-ann maryann maryanne maryna marzena matilde maura maya mayra meera meg mei melina
    melinda melisa melody meredith merete merle merryn mette-marit michaela michaele michele micheline mikaela mila
    milena milica millicent mimi mina mindy minna minnie mira mireille mirela miriama mirjam miroslava misty mitzi moa
    monique morag morgan morgana muna mylene myriam myrna nadezhda nadja naima najat najla nanette narges nasim
    nasreen nasrin natacha natalya natasha nathalie nawal nazanin nela nell nellie nelly nerea neus nevena nicolette
    nikita nilufer nina nisha nita noel noelia noelle noemi noha nona norah nuala nura nuria octavia odette ofelia
    olimpia oona ophelia oriana orsolya ottilie palmira pam pamella parveen pascale pat patience patrizia patty
    paulette paulina peggy perla petrina petronella philomena phyllida pia polly portia preeti priscilla rachael
    rachele rachelle raisa ramona rana randi rayna reba rebeca regina regine reina rena renata renate renee reyna rhea
    rhiannon rhonda ria riitta rina robin robyn rochelle romina romy ronja rosalia rosalie rosalyn rosamund rosana
    rosanna rosanne roseanne rosella roselyn rosemarie rosetta rosina rosita roslyn rowena roxana roya ruthie ruxandra
    ruzica sabina sabrina sadia safiya saima sakina salome sam sana sandie sandy sangeeta sanja sari sarita sasha
    saskia scarlett selena selina serena severine shabnam shaheen shannon sharlene shauna shawna sheena shelby shelley
    shelly sheri sherri sherry sheryl shira shirin shruti sigrid siham silje silvana silvija simona siri sirin skye
    smita snezana sondra sonja sonya sophie soraya stacey stacy stefania stefanie steph stephania stina sue sumaya
    susana susanna susannah susanne susie suzanna suzanne suzette suzy svenja swati sylvana tabea tahira taina talia
    tallulah tamar tamika tammy tamsin tanja tanya tasha tatjana tatyana taylor tereza teri terri terry tess thalia
    theodora tia tiffany tiina timea tomoko toni tonia tonya tori torunn tracey traci tracie tracy tricia trina trine
    trish trisha trixie tuula ulla ulrica ulrike valeria valerija vanda vani vasiliki veerle verena vernice veronica
    veronika veronique vesna vicki vickie vicky viktoria vilma viola violeta violetta virginie viv viviana viviane
    vivienne wanda whitney wilhelmina wilma wioletta xenia ximena yael yana yanina yara yelena yesenia yevgenia
    yolanda ysabel yuliya zaida zarina zdenka zehra zeina zelda zena zenaida zofie zohra zoya zsofia zuleika zuzanna
    peg dot flo gwenda ida thora nerys mair ottoline rosheen"""
)
