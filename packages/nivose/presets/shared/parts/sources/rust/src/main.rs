fn main() {
    println!("@name@");
}
