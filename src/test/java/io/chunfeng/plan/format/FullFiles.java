package io.chunfeng.plan.format;

import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanningProblem;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** A valid problem and a valid plan that use every field of the format. */
final class FullFiles {
    static final String PROBLEM = """
            {"format":"chunfeng-problem/1","id":"p1","name":"周末","asOf":"2024-02-15T08:00:00+08:00","emergency":true,
             "places":[
              {"id":"a","name":"天镇","adminCode":"140222","lon":114.09,"lat":40.42,"crs":"GCJ02"},
              {"id":"b","name":"大同站","adminCode":"140213","lon":113.3,"lat":40.12},
              {"id":"c","name":"天津站","adminCode":"120102","lon":117.2,"lat":39.13,"crs":"WGS84"},
              {"id":"d","name":"开发区","adminCode":"120116","lon":117.7,"lat":39.04}],
             "matrix":{"placeIds":["a","b","c","d"],
              "metres":[[0,70000,400000,450000],[71000,0,410000,null],[400000,410000,0,50000],[450000,460000,50000,0]],
              "seconds":[[0,3600,18000,20000],[3700,0,19000,null],[18000,19000,0,2400],[20000,21000,2400,0]],
              "expressway":[[0,0.5,0.95,1],[0.25,0,0.9,null],[0.9,0.9,0,0.1],[0.9,0.9,0.1,0]]},
             "groups":[{"id":"g1","county":"140222","from":"a","to":"d","headcount":20,"wheelchairs":1,
               "earliestDeparture":"2024-02-17T05:00:00+08:00","latestArrival":"2024-02-19T22:00:00+08:00",
               "preferredDate":"2024-02-17","modes":["COACH","RAIL"],"minPart":5,"priority":2,"employer":"甲厂"}],
             "coachPools":[{"id":"k1","operator":"大同客运","depot":"b","homePrefecture":"1402","approvedSeats":49,
               "wheelchairSpaces":1,"count":3,"availableFrom":"2024-02-16T00:00:00+08:00",
               "availableUntil":"2024-02-25T00:00:00+08:00","dispatchYuan":600.5,"yuanPerLoadedKm":9.25,
               "yuanPerEmptyKm":5,"yuanPerDriverDay":300.00,
               "outages":[{"from":"2024-02-18T08:00:00+08:00","until":"2024-02-18T20:00:00+08:00","coaches":2}]}],
             "trainServices":[{"id":"t1","name":"专列1","kind":"CHARTERED_TRAIN","calls":[
               {"place":"b","arrive":"2024-02-17T14:00:00+08:00","depart":"2024-02-17T14:20:00+08:00"},
               {"place":"c","arrive":"2024-02-17T19:00:00+08:00","depart":"2024-02-17T19:10:00+08:00"}],
               "seatsPerCarriage":118,"wheelchairSpacesPerCarriage":1,"minCarriages":1,"maxCarriages":10,
               "serviceYuan":2000,"yuanPerCarriage":3000,"yuanPerPassenger":95.5,"bookBy":"2024-02-16T00:00:00+08:00"}],
             "flights":[{"id":"f1","name":"包机1","kind":"SEAT_BLOCK","from":"b","to":"c",
               "depart":"2024-02-18T09:00:00+08:00","arrive":"2024-02-18T10:30:00+08:00","seats":150,"wheelchairSpaces":2,
               "minPassengers":100,"flightYuan":120000,"yuanPerPassenger":0,"bookBy":"2024-02-16T00:00:00+08:00"}],
             "rules":{"maxBoardingStops":3,"maxAlightingStops":2,"stopSeconds":600,"walkMetres":1000,
               "maxFeederMetres":160000,"checkInSecondsRail":1800,"checkInSecondsAir":5400,"egressSecondsRail":900,
               "egressSecondsAir":1500,"maxRideRatio":1.5,"rideSlackSeconds":900,"maxDrivers":2,"homeEnd":false,
               "driverHours":{"enabled":true,"dayContinuousSeconds":14000,"nightContinuousSeconds":7000,
                "nightFrom":"21:30","nightTo":"05:30","restSeconds":1300,"secondsPerDriverPer24h":28000,
                "secondDriverMetres":390000,"secondDriverExpresswayMetres":590000,"curfewFrom":"01:30",
                "curfewTo":"05:30","curfewExemptMetres":100000},
               "weights":{"unservedByPriority":{"1":2,"2":4,"3":20},"yuanPerPassengerHour":12.5,
                "yuanPerPassengerTransfer":15,"yuanPerExtraPart":150,"yuanPerPassengerDayShift":8,
                "yuanPerChangedBoarding":75.5}},
             "pinned":{
               "coachTrips":[{"id":"c1","poolId":"k1","drivers":1,"loadedMetres":70000,"emptyMetres":141000,"costYuan":1952.5,
                "events":[
                 {"kind":"DRIVE","from":"2024-02-17T06:00:00+08:00","to":"2024-02-17T07:01:40+08:00","fromPlace":"b","toPlace":"a","metres":71000,"loaded":false},
                 {"kind":"STOP","from":"2024-02-17T07:01:40+08:00","to":"2024-02-17T07:20:00+08:00","place":"a"},
                 {"kind":"DRIVE","from":"2024-02-17T07:20:00+08:00","to":"2024-02-17T08:20:00+08:00","fromPlace":"a","toPlace":"b","metres":70000,"loaded":true},
                 {"kind":"REST","from":"2024-02-17T08:20:00+08:00","to":"2024-02-17T08:30:00+08:00"},
                 {"kind":"STOP","from":"2024-02-17T08:30:00+08:00","to":"2024-02-17T08:50:00+08:00","place":"b"}]}],
               "trainBookings":[{"serviceId":"t1","carriages":1,"costYuan":6910}],
               "flightBookings":[{"flightId":"f1","passengers":100,"costYuan":120000}],
               "journeys":[{"groupId":"g1","headcount":10,"wheelchairs":1,"legs":[
                 {"vehicle":"c1","board":"a","boardAt":"2024-02-17T07:20:00+08:00","alight":"b","alightAt":"2024-02-17T08:30:00+08:00"},
                 {"vehicle":"t1","board":"b","boardAt":"2024-02-17T14:20:00+08:00","alight":"c","alightAt":"2024-02-17T19:00:00+08:00"}]}]},
             "published":{
               "coachTrips":[{"id":"c0","poolId":"gone","drivers":1,"loadedMetres":70000,"emptyMetres":141000,"costYuan":1952.5,
                "events":[
                 {"kind":"DRIVE","from":"2024-02-17T06:00:00+08:00","to":"2024-02-17T07:01:40+08:00","fromPlace":"b","toPlace":"a","metres":71000,"loaded":false},
                 {"kind":"STOP","from":"2024-02-17T07:01:40+08:00","to":"2024-02-17T07:20:00+08:00","place":"a"},
                 {"kind":"REST","from":"2024-02-17T08:20:00+08:00","to":"2024-02-17T08:30:00+08:00"}]}],
               "trainBookings":[{"serviceId":"t0","carriages":1,"costYuan":6910}],
               "flightBookings":[{"flightId":"f0","passengers":100,"costYuan":120000}],
               "journeys":[{"groupId":"g0","headcount":10,"wheelchairs":1,"legs":[
                 {"vehicle":"c0","board":"a","boardAt":"2024-02-17T07:20:00+08:00","alight":"b","alightAt":"2024-02-17T08:30:00+08:00"}]}]}}
            """;

    static final String PLAN = """
            {"format":"chunfeng-plan/1","problemId":"p1","solverConfig":"quick.xml","seed":7,"mapSha256":"00ff","codeVersion":"0.1.0",
             "createdAt":"2024-02-15T09:00:00+08:00",
             "score":{"hard":0,"unserved":30,"costYuan":10000.01,"parts":{"coachYuan":1952.5,"trainYuan":6910,
               "flightYuan":120000,"timeYuan":0.01,"transferYuan":100,"splitYuan":0,"dayShiftYuan":0,"changeYuan":0.5}},
             "kpis":{"personsCoach":0,"personsRail":10,"personsAir":0,"coachTrips":1,"trainServices":1,"carriages":1,
               "flights":1,"loadFactor":0.2083,"loadedKm":70.0,"emptyKm":141.0,"passengerHours":120.5,"yuanPerPerson":12.34},
             "coachTrips":[{"id":"c1","poolId":"k1","drivers":1,"loadedMetres":70000,"emptyMetres":71000,"costYuan":1952.5,
                "events":[
                 {"kind":"DRIVE","from":"2024-02-17T06:00:00+08:00","to":"2024-02-17T07:01:40+08:00","fromPlace":"b","toPlace":"a","metres":71000,"loaded":false},
                 {"kind":"STOP","from":"2024-02-17T07:01:40+08:00","to":"2024-02-17T07:20:00+08:00","place":"a"},
                 {"kind":"REST","from":"2024-02-17T08:20:00+08:00","to":"2024-02-17T08:30:00+08:00"}]}],
             "trainBookings":[{"serviceId":"t1","carriages":1,"costYuan":6910}],
             "flightBookings":[{"flightId":"f1","passengers":100,"costYuan":120000}],
             "journeys":[{"groupId":"g1","headcount":10,"wheelchairs":1,"legs":[
                 {"vehicle":"c1","board":"a","boardAt":"2024-02-17T07:20:00+08:00","alight":"b","alightAt":"2024-02-17T08:30:00+08:00"}]}],
             "unserved":[{"groupId":"g1","headcount":10,"wheelchairs":0,"reason":"CAPACITY_TAKEN",
               "remedy":{"text":"增加一辆车","action":"ADD_COACH","details":{"poolId":"k1","count":"1"}}}]}
            """;

    private FullFiles() {}

    static PlanningProblem problem(String json) {
        return ProblemReader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "test.json");
    }

    static Plan plan(String json) {
        return PlanReader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "test.json");
    }
}
