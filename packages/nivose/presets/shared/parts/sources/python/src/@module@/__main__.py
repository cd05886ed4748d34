def main() -> None:
    print("@name@")


if __name__ == "__main__":
    main()
